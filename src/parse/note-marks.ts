import type { RawParagraph } from './paragraphs.js';

/** A raised mark is always one of a note, and so is a bare number in square brackets. */
const SURE = /(?<=[\u4e00-\u9fff”》）])(?:[¹²³⁴-⁹]{1,2}|\[\d{1,2}\])$/;
/** `发展目标1`, `发展目标①`: the mark of a note where a note with it stands further down. */
const PLAIN = /(?<=[\u4e00-\u9fff”》）])(?:\d{1,2}|[①-⑳])$/;
/** Words that a number belongs to: 附表1, 阶段2, 方案3. */
const COUNTED = /[附表图式例案类级段期号组第式框栏之五十为到至达占约超近过]\d{1,2}$/;
/** `1 本方案所称节水…`, `① 以2020年为基数。`: number and text, no mark of a section between. */
const NOTE = /^(\d{1,2}|[①-⑳])[\s　]*(?=[\u4e00-\u9fff“《])(?!\d{1,2}[年月日个项万亿元])/;

/** The marks of the notes of a paper, wherever they stand. Cost: linear. */
export function noteMarks(paragraphs: readonly RawParagraph[]): ReadonlySet<string> {
  const marks = new Set<string>();
  for (const { content, marker, role } of paragraphs) {
    if (role === 'table-row' || (marker !== undefined && marker.kind !== 'circled')) continue;
    const mark = NOTE.exec(content.text)?.[1];
    if (mark !== undefined) marks.add(mark);
  }
  return marks;
}

/** A heading without the mark of its note, `三、保障措施²`. */
export function withoutNoteMark(heading: string, marks: ReadonlySet<string>): string {
  const sure = heading.replace(SURE, '');
  if (sure !== heading) return sure;
  const mark = PLAIN.exec(heading)?.[0];
  const noted = mark !== undefined && marks.has(mark) && !COUNTED.test(heading);
  return noted ? heading.slice(0, -mark.length) : heading;
}
