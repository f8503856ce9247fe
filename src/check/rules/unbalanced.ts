import type { DocumentInput, DocumentRule, Found } from '../types.js';

interface Open {
  readonly char: string;
  readonly offset: number;
}

/**
 * Marks without a partner, `[open, close]` pairs.
 *
 * Each paragraph is read for itself. A mark left open in one paragraph and closed in a later one, with no other
 * in between, is a quotation of several paragraphs.
 */
function unpaired({ lines }: DocumentInput, pairs: readonly string[]): Open[] {
  const opens = new Map(pairs.map((pair) => [pair.charAt(0), pair.charAt(1)]));
  const closes = new Map(pairs.map((pair) => [pair.charAt(1), pair.charAt(0)]));
  const left: Open[] = [];
  for (const line of lines) {
    const apart = inLine(line, opens, closes, true);
    const joined = apart.length === 0 ? apart : inLine(line, opens, closes, false);
    left.push(...(joined.length < apart.length ? joined : apart));
  }
  left.sort((a, b) => a.offset - b.offset);
  return left.filter((mark, i) => {
    const [before, after] = [left[i - 1], left[i + 1]];
    const closedLater = opens.get(mark.char) === after?.char && opens.has(mark.char);
    const openedBefore = closes.get(mark.char) === before?.char && closes.has(mark.char);
    return !closedLater && !openedBefore;
  });
}

/**
 * *In* one paragraph; `listMarks`: `1）` is a marker. *Out* its marks without a partner. A time or an abbreviation in brackets
 * (（12:00—17:00）) ends as a list mark does, so both readings are tried.
 */
function inLine(
  { text, start }: DocumentInput['lines'][number],
  opens: ReadonlyMap<string, string>,
  closes: ReadonlyMap<string, string>,
  listMarks: boolean,
): Open[] {
  const left: Open[] = [];
  const stack: Open[] = [];
  for (let i = 0; i < text.length; i += 1) {
    const char = fullWidth(text.charAt(i));
    const offset = start + i;
    if (opens.has(char)) stack.push({ char, offset });
    else if (closes.has(char) && !(listMarks && isListMark(text, i))) {
      const at = stack.findLastIndex((open) => open.char === closes.get(char));
      if (at >= 0) left.push(...stack.splice(at).slice(1));
      else left.push({ char, offset });
    }
  }
  return [...left, ...stack];
}

/** A half-width bracket closed by a full-width one is a matter of width (`mixed-width`). */
function fullWidth(char: string): string {
  return char === '(' ? '（' : char === ')' ? '）' : char;
}

/** `1）` at the start of a line or after a mark is a marker, not a closing bracket. */
function isListMark(text: string, at: number): boolean {
  return (
    /[)）]/.test(text.charAt(at)) &&
    /(?:^|[；;。：:，\s的~～至及和或])(?:\d{1,2}|[a-z]|[一二三四五六七八九十]{1,3})$/.test(
      // As long as the longest marker with what stands before it.
      text.slice(Math.max(0, at - 4), at),
    )
  );
}

function findings(input: DocumentInput, pairs: readonly string[]): Found[] {
  return unpaired(input, pairs).map(({ char, offset }) =>
    input.at(offset, offset + 1, { text: char }),
  );
}

/** A quotation mark without its partner. */
export const unbalancedQuote: DocumentRule = {
  id: 'unbalanced-quote',
  scope: 'document',
  group: 'text',
  severity: 'error',
  title: { en: 'Quotation mark without partner', zh: '引号不成对' },
  help: {
    en: 'Every “ and ‘ has its ” and ’ in the same paragraph, or in a later one where a quotation runs over several.',
    zh: '每个“和‘都应在同段（跨段引文在后段）有对应的”和’。',
  },
  message: { en: 'The quotation mark {text} has no partner.', zh: '引号 {text} 没有配对。' },
  bad: '增强“四个意识、坚定“四个自信”。',
  good: '增强“四个意识”、坚定“四个自信”。',
  run: (input) => findings(input, ['“”', '‘’', '「」', '『』']),
};

/** A bracket without its partner. */
export const unbalancedBracket: DocumentRule = {
  id: 'unbalanced-bracket',
  scope: 'document',
  group: 'text',
  severity: 'error',
  title: { en: 'Bracket without partner', zh: '括号、书名号不成对' },
  help: {
    en: 'Every （ 《 〔 【 〈 has its partner; `1）` as a list mark counts as one sign.',
    zh: '每个（、《、〔、【、〈都应成对；作为序号的“1）”除外。',
  },
  message: { en: 'The bracket {text} has no partner.', zh: '括号 {text} 没有配对。' },
  bad: '认真落实《关于加强粮食生产的意见。',
  good: '认真落实《关于加强粮食生产的意见》。',
  run: (input) => findings(input, ['（）', '《》', '〔〕', '【】', '〈〉', '[]']),
};
