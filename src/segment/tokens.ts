import type { Token, TokenKind } from '../model/index.js';
import { clusterEnd, DATE, LATIN, QUANTITY, TITLE, URL_PATTERN } from '../text/index.js';
import { createHanCutter, type HanCutter } from './han-cutter.js';

/** Cuts a text into tokens that stand next to each other and cover it. */
type Tokenizer = (text: string) => Token[];

/** Longest quoted term kept whole, in characters: a longer quotation is a sentence, not a term. */
const LONGEST_TERM = 16;

const PATTERNS: readonly (readonly [TokenKind, RegExp])[] = [
  ['title', new RegExp(TITLE, 'uy')],
  ['date', new RegExp(DATE, 'uy')],
  ['quoted', new RegExp(`“[^“”，。；：！？、\\n]{1,${LONGEST_TERM}}”`, 'uy')],
  ['latin', new RegExp(URL_PATTERN, 'uy')],
  ['number', new RegExp(QUANTITY, 'uy')],
  ['latin', new RegExp(LATIN, 'uy')],
  ['punctuation', /—+|…+|-+|[\s\u3000]+/uy],
];
/** Where one of the patterns may begin: spares the rest of the text seven attempts a character. */
const MAY_BEGIN = /[^\p{Script=Han}]|[〇零一二三四五六七八九十百千万亿两几第本]/u;
const NUMERAL = /^[〇零一二三四五六七八九十百千万亿两几第本]/u;
const HAN = /^\p{Script=Han}/u;

/**
 * Makes a tokenizer from segmentit and a list of policy words.
 *
 * Numbers with units, dates, 《titles》, “quoted terms” and Latin words are one token each.
 * *Cost*: loading takes 0.1 s, afterwards about 0.1 s for 10,000 characters (`createHanCutter`).
 *
 * @param words policy words that segmentit's dictionary lacks: `parseWordList` of
 * `corpus/lexicon/policy-words.txt`
 */
export async function createTokenizer(words: readonly string[]): Promise<Tokenizer> {
  return makeTokenizer(await createHanCutter(words), words);
}

/** One word a line; blank lines and lines that begin with `#` are left out. */
export function parseWordList(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

/**
 * The tokenizer over any cutter of Han runs.
 *
 * @param words words that begin with a numeral but are no number (两个维护, 千家万户) win over
 * the number they begin with, where longer
 */
export function makeTokenizer(cut: HanCutter, words: readonly string[] = []): Tokenizer {
  const byFirst = groupByFirst(words.filter((word) => NUMERAL.test(word)));
  return (text) => {
    const tokens: Token[] = [];
    const push = (start: number, end: number, kind: TokenKind) => {
      if (end > start) tokens.push({ start, end, text: text.slice(start, end), kind });
    };
    let han = 0;
    let at = 0;
    const closeHan = () => {
      for (const [start, end] of wordsOf(text.slice(han, at), cut))
        push(han + start, han + end, 'word');
    };
    while (at < text.length) {
      const found = wholeAt(text, at, byFirst);
      const isHan = HAN.test(String.fromCodePoint(text.codePointAt(at)!));
      if (!found && isHan) {
        at = clusterEnd(text, at);
        continue;
      }
      closeHan();
      const end = found ? found.end : clusterEnd(text, at);
      push(at, end, found?.kind ?? 'punctuation');
      han = at = end;
    }
    closeHan();
    return tokens;
  };
}

function groupByFirst(words: readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const word of words) {
    const group = groups.get(word.charAt(0));
    if (group) group.push(word);
    else groups.set(word.charAt(0), [word]);
  }
  return groups;
}

interface Whole {
  readonly end: number;
  readonly kind: TokenKind;
}

function wholeAt(
  text: string,
  at: number,
  numeralWords: ReadonlyMap<string, readonly string[]>,
): Whole | undefined {
  if (!MAY_BEGIN.test(text.charAt(at))) return undefined;
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (!match) continue;
    const end = clusterBorder(text, at, at + match[0].length);
    const word = longestWord(text, at, numeralWords);
    return word > end ? { end: word, kind: 'word' } : { end, kind };
  }
  return undefined;
}

/** A match never ends inside a cluster: the combining mark after it belongs to it. */
function clusterBorder(text: string, start: number, end: number): number {
  let border = start;
  while (border < end) border = clusterEnd(text, border);
  return border;
}

function longestWord(
  text: string,
  at: number,
  numeralWords: ReadonlyMap<string, readonly string[]>,
): number {
  let end = at;
  for (const word of numeralWords.get(text.charAt(at)) ?? []) {
    if (text.startsWith(word, at)) end = Math.max(end, at + word.length);
  }
  return end;
}

/** Segmentit swallows blanks and may change characters: its words are found again in the run. */
function* wordsOf(run: string, cut: HanCutter): Generator<readonly [number, number]> {
  if (run === '') return;
  let done = 0;
  for (const word of cut(run)) {
    const start = word === '' ? -1 : run.indexOf(word, done);
    if (start < 0) continue;
    if (start > done) yield [done, start];
    done = start + word.length;
    yield [start, done];
  }
  if (done < run.length) yield [done, run.length];
}
