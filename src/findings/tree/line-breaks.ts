import type { LineBreak, UnitSource } from '../../model/index.js';
import { fileLines } from '../../text/index.js';

/** What each rule of the parser's table of line breaks takes for evidence, by its name. */
export const LINE_BREAK_WORDS: Readonly<Record<string, Readonly<Record<'zh' | 'en', string>>>> = {
  'footnote-goes-on': { en: 'a footnote goes on', zh: '脚注未完' },
  'marked-by-the-file': {
    en: 'a heading, row, item or note by the file',
    zh: '文件标明的标题、表行、列表项或注释',
  },
  'stray-break-after-comma': { en: 'a stray break after a comma', zh: '逗号后误断' },
  'line-is-paragraph': {
    en: 'lines are not wrapped: each is a paragraph',
    zh: '文本未折行，一行一段',
  },
  'marker-alone': {
    en: 'the marker stood alone, its heading follows',
    zh: '序号独占一行，标题在下一行',
  },
  'opens-with-closing-mark': {
    en: 'no paragraph begins with a closing mark',
    zh: '段首不会是句读或后引号',
  },
  'head-line': { en: 'a date, number or note by itself', zh: '日期、文号或附注独占一行' },
  'after-head-line': { en: 'after a date, number or note', zh: '日期、文号或附注之后' },
  'blank-line': { en: 'a blank line', zh: '空行' },
  'indented-after-finished-text': {
    en: 'indented, after a finished text',
    zh: '上文已完，本行缩进',
  },
  'indented-after-heading': { en: 'indented, below a heading', zh: '标题之下，本行缩进' },
  'indented-after-bare-line': {
    en: 'indented, below a short line without marks',
    zh: '无标点短行之下，本行缩进',
  },
  'numbered-after-finished-text': {
    en: 'numbered, after a finished text',
    zh: '上文已完，本行有序号',
  },
  'no-indent': { en: 'no indent, so no new paragraph', zh: '本行没有缩进，不是新段' },
  'point-after-finished-text': {
    en: 'a point (一是) after a finished text',
    zh: '上文已完，本行以“一是”等开头',
  },
  'marker-after-heading': { en: 'a marker below a heading', zh: '标题之下，本行有序号' },
  'piece-of-printed-line': {
    en: 'another piece of the same printed line',
    zh: '同一印刷行的另一截',
  },
  'room-left-after-finished-text': {
    en: 'finished, with room left on the line',
    zh: '上文已完，行末尚有余地',
  },
  'room-left-after-heading': {
    en: 'a heading, with room left on the line',
    zh: '标题行末尚有余地',
  },
  'room-left-before-opening-words': {
    en: 'a title, then the words texts open with',
    zh: '题目之后以“为”“根据”“按照”起文',
  },
  'signature-below-signature': {
    en: 'a signature or date below a signature',
    zh: '落款之下的落款或日期',
  },
  'room-left-after-bare-line': {
    en: 'a short line without marks, with room left',
    zh: '无标点短行，行末尚有余地',
  },
  'lead-after-full-line': {
    en: 'finished, and a lead (会议指出) follows',
    zh: '上文已完，下行以“会议指出”等开头',
  },
  'text-runs-on': { en: 'the text runs on', zh: '行满文未完' },
};

/** One rule and the lines it decided. */
interface RuleLines {
  readonly rule: string;
  readonly decision: LineBreak['decision'];
  /** What the rule goes by, in the reader's language. */
  readonly evidence: string;
  readonly count: number;
  /** 1-based lines that it joined to the line before, or parted from it: `5–8, 12`. */
  readonly lines: string;
}

/** The borders of a text by the rule that decided them, the most frequent first. */
export function linesByRule(
  borders: readonly LineBreak[],
  places: UnitSource,
  language: 'zh' | 'en',
): readonly RuleLines[] {
  const byRule = new Map<string, LineBreak[]>();
  for (const border of borders) {
    const same = byRule.get(border.rule);
    if (same === undefined) byRule.set(border.rule, [border]);
    else same.push(border);
  }
  return [...byRule]
    .map(([rule, decided]) => ({
      rule,
      decision: decided[0]?.decision ?? 'join',
      evidence: LINE_BREAK_WORDS[rule]?.[language] ?? rule,
      count: decided.length,
      lines: inRanges(
        decided.map((border) => fileLines(places, { start: border.start, end: border.start })[0]),
      ).join(language === 'zh' ? '、' : ', '),
    }))
    .sort((a, b) => b.count - a.count || (a.rule < b.rule ? -1 : 1));
}

/** `5–8` for 5, 6, 7, 8. */
function inRanges(lines: readonly number[]): string[] {
  const ranges: [number, number][] = [];
  for (const line of lines) {
    const range = ranges.at(-1);
    if (range !== undefined && line <= range[1] + 1) range[1] = line;
    else ranges.push([line, line]);
  }
  return ranges.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`));
}
