import type { Language } from '../io.js';

/** What `report` says, in both languages. */
const WORDS = {
  about: {
    en: 'write the comparison as a file to read, print, sort, cite or send',
    zh: '把对照结果写成可阅读、打印、排序、引用和转发的文件',
  },
  output: {
    en: 'file to write; its ending tells the format (- is standard output)',
    zh: '要写入的文件，按扩展名决定格式（- 表示标准输出）',
  },
  format: { en: 'format: {values}', zh: '格式：{values}' },
  figure: { en: 'a picture by itself (SVG): {values}', zh: '单独输出一幅图（SVG）：{values}' },
  track: {
    en: 'Word: differences as tracked changes against the level above',
    zh: 'Word：以修订形式标出与上一级的差异',
  },
  theme: {
    en: 'themes in the coverage tables (ids, separated by commas)',
    zh: '承接率表中的主题（id，逗号分隔）',
  },
  minRelation: {
    en: 'weakest relation that counts as covered: verbatim, adapted or paraphrased',
    zh: '计入承接的最低关系：verbatim、adapted 或 paraphrased',
  },
  down2: { en: 'a third side, one level further down', zh: '再下一级的文件（可省略）' },
  aligning: { en: 'aligning…', zh: '正在对齐……' },
  rendering: { en: 'writing the report…', zh: '正在生成报告……' },
  wrote: { en: 'wrote {file} ({size} kB)', zh: '已写入 {file}（{size} kB）' },
} as const satisfies Record<string, Readonly<Record<Language, string>>>;

export type ReportWord = keyof typeof WORDS;

/** A text of `report` in a language; `{name}` is filled from `values`. */
export function reportWord(
  language: Language,
  key: ReportWord,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return WORDS[key][language].replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    String(values[name] ?? ''),
  );
}
