import { itemAt, TERMINALS } from '../text/index.js';

const PAIRS: Readonly<Record<string, string>> = {
  '（': '）',
  '(': ')',
  '“': '”',
  '‘': '’',
  '《': '》',
  '〈': '〉',
  '「': '」',
  '『': '』',
  '【': '】',
  '〔': '〕',
};
const CLOSES = new Map(Object.entries(PAIRS).map(([open, close]) => [close, open]));

/**
 * Ends of the sentences of a paragraph: after 。！？； outside brackets and quotes, with what closes them.
 *
 * A bracket or quote without its partner in the paragraph is not counted, so that a lost mark does
 * not swallow the rest. Out: ends, increasing, the last is the text's length. Cost: linear.
 */
export function sentenceEnds(text: string): number[] {
  const inside = coveredDepth(text);
  const ends: number[] = [];
  for (let i = 0; i < text.length; i += 1) {
    if (inside[i]! > 0 || !TERMINALS.includes(text.charAt(i))) continue;
    let end = i + 1;
    while (
      end < text.length &&
      (TERMINALS.includes(text.charAt(end)) || '”’」』）》'.includes(text.charAt(end)))
    )
      end += 1;
    ends.push(end);
    i = end - 1;
  }
  if (text.length > 0 && ends.at(-1) !== text.length) ends.push(text.length);
  return ends;
}

/** Per code unit, how many matched pairs hold it. */
function coveredDepth(text: string): Uint16Array {
  const open: { char: string; at: number }[] = [];
  const delta = new Int32Array(text.length + 1);
  for (let i = 0; i < text.length; i += 1) {
    const char = text.charAt(i);
    if (PAIRS[char] !== undefined) open.push({ char, at: i });
    const opener = CLOSES.get(char);
    if (opener === undefined) continue;
    const match = open.findLastIndex(({ char: mark }) => mark === opener);
    if (match < 0) continue;
    delta[itemAt(open, match).at]! += 1;
    delta[i]! -= 1;
    open.length = match;
  }
  const depth = new Uint16Array(text.length);
  let current = 0;
  for (let i = 0; i < text.length; i += 1) {
    current += delta[i]!;
    depth[i] = current;
  }
  return depth;
}
