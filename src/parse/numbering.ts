import type { Block, Diagnostic, Section } from '../model/index.js';

/** Gaps and repeats among siblings of one kind; a level jump cannot arise, since levels come from nesting. */
export function numberingRemarks(blocks: readonly Block[]): Diagnostic[] {
  const remarks: Diagnostic[] = [];
  let leapt = false;
  const visit = (list: readonly Block[], last: Map<string, Section>): void => {
    for (const block of list) {
      if (block.type !== 'section') continue;
      const before = last.get(seriesOf(block));
      const remark = numberingRemark(block, before);
      const leap = isLeap(block, before);
      if (remark !== undefined && !(leap && (leapt || before === undefined))) remarks.push(remark);
      leapt ||= leap && before !== undefined;
      if (block.number !== undefined) last.set(seriesOf(block), block);
      // The list of a box is counted by itself: the headings around it go on.
      visit(block.children, block.marker === 'box' ? new Map() : last);
    }
  };
  visit(blocks, new Map());
  return remarks;
}

/** Most articles that one text loses by accident; where more are missing it quotes from a law. */
const MOST_LOST = 20;

/** Articles left out by the dozen: the text is an excerpt, which is said once, not at every leap. */
function isLeap(section: Section, before: Section | undefined): boolean {
  const missing = (section.number ?? 0) - (before?.number ?? 0) - 1;
  return section.marker === 'article' && missing > MOST_LOST;
}

/** Markers that are counted together. */
function seriesOf(section: Section): string {
  if (section.marker === 'decimal') return `decimal ${section.label.split(/[.．]/).length}`;
  if (section.marker === 'arabic-paren' && /^\d/.test(section.label)) return 'half bracket';
  return isSubpart(section.label) ? 'subpart' : section.marker;
}

function numberingRemark(section: Section, before: Section | undefined): Diagnostic | undefined {
  const { number } = section;
  const expected = (before?.number ?? 0) + 1;
  if (number === undefined || number === expected || number === 1) return undefined;
  // 第十七条之一 stands beside 第十七条 and before 第十八条.
  if (/[条章节]之.|^[（(].+之./.test(section.label) && number === before?.number) return undefined;
  const repeat = before !== undefined && number === before.number;
  const params = { label: section.label, expected, previous: before?.label ?? '' };
  return {
    code: repeat ? 'parse/numbering-repeat' : 'parse/numbering-gap',
    severity: 'warning',
    message: repeat
      ? `"${section.label}" stands twice in a row.`
      : before === undefined
        ? `"${section.label}" is the first of its kind; 1 was expected.`
        : `"${section.label}" follows "${before.label}"; number ${expected} was expected.`,
    span: section.headingSpan,
    params,
  };
}

/** 分编 lies in its 编. */
export function isSubpart(label: string | undefined): boolean {
  return label?.endsWith('分编') === true;
}
