import { catalogue, type Entry, type MessageLanguage } from '../catalogue.js';

/** What each rule of the parser's table of line breaks takes for evidence, by its name. */
export const LINE_BREAK_WORDS = catalogue({
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
  'next-number': {
    en: 'the number after that of the text so far',
    zh: '本行序号紧接上文序号',
  },
  'marker-below-short-line': {
    en: 'a chapter, “一、” or “（一）”, with room left on the line above',
    zh: '上一行尚有余地，本行为章节或“一、”“（一）”',
  },
  'breaks-off-at-an-edge': {
    en: 'the line above breaks off where its neighbours do',
    zh: '上一行与邻近各行在同一处断开',
  },
  'numbered-bare-line': {
    en: 'numbered, short and without a mark: a heading',
    zh: '有序号而无标点的短行，是标题',
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
});

/** What a rule of line breaks goes by; its name where it has no words. */
export function lineBreakWords(rule: string, language: MessageLanguage): string {
  return (LINE_BREAK_WORDS as Readonly<Record<string, Entry>>)[rule]?.[language] ?? rule;
}
