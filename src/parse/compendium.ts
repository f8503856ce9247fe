import type { FurnitureKind } from '../model/index.js';
import { itemAt } from '../text/index.js';
import { datelineOf, headLineKind, isAuthorLine, isTitleLike, TITLE_NOUN } from './head-lines.js';
import type { Line } from './lines.js';

/** Where a document begins in a file, and what tells so. */
export interface DocumentStart {
  /** Index of its first line. */
  readonly line: number;
  readonly evidence: readonly string[];
}

const MOST_TITLE_LINES = 5;

/**
 * Split a compendium by evidence: a block of title lines followed by what only follows a title
 * (dateline, adoption note, author's name, document number with addressee), after a text that has ended.
 * Out: at least one start, the file's first line. Cost: linear.
 */
export function findDocumentStarts(
  lines: readonly Line[],
  furniture: ReadonlyMap<number, FurnitureKind>,
): DocumentStart[] {
  const first = lines.findIndex((_, index) => !furniture.has(index));
  if (first < 0) return [];
  const starts: DocumentStart[] = [{ line: first, evidence: ['file-start'] }];
  for (let i = first + 1; i < lines.length; i += 1) {
    if (furniture.has(i)) continue;
    const opener = openerAt(lines, i);
    if (opener === undefined) continue;
    const start = titleBlockBefore(lines, furniture, i, first);
    if (start === undefined || start.line <= itemAt(starts, starts.length - 1).line) continue;
    if (start.line === first) {
      starts[0] = { line: first, evidence: ['file-start', opener] };
      continue;
    }
    const evidence = [...start.evidence, opener];
    if (
      isEnough(evidence) &&
      hasText(lines, furniture, itemAt(starts, starts.length - 1).line, start.line)
    )
      starts.push({ line: start.line, evidence });
  }
  return starts;
}

/** What came before is a document only if it says something: a letterhead does not. */
function hasText(
  lines: readonly Line[],
  furniture: ReadonlyMap<number, FurnitureKind>,
  from: number,
  to: number,
): boolean {
  return lines
    .slice(from, to)
    .some((line, i) => !furniture.has(from + i) && /[。！？]/.test(line.text));
}

function openerAt(lines: readonly Line[], index: number): string | undefined {
  const { text } = itemAt(lines, index);
  if (datelineOf(text) !== undefined) return 'dateline';
  if (/^[（(]/.test(text)) {
    const joined = text + (/[）)]/.test(text) ? '' : (lines[index + 1]?.text ?? ''));
    if (headLineKind(joined) === 'adoption-note') return 'adoption-note';
  }
  if (text.includes('号') && headLineKind(text) === 'document-number' && hasAddressee(lines, index))
    return 'document-number';
  const before = lines[index - 1]?.text ?? '';
  if (isAuthorLine(text) && /(?:说明|讲话|发言|致辞|工作报告)$/.test(before)) return 'author';
  return undefined;
}

/** A red head: the number is followed by an addressee within the next lines. */
function hasAddressee(lines: readonly Line[], index: number): boolean {
  return lines.slice(index + 1, index + 10).some((line) => headLineKind(line.text) === 'addressee');
}

function titleBlockBefore(
  lines: readonly Line[],
  furniture: ReadonlyMap<number, FurnitureKind>,
  opener: number,
  first: number,
): { line: number; evidence: string[] } | undefined {
  let start = opener;
  const evidence: string[] = [];
  for (let i = opener - 1; i >= first && opener - i <= MOST_TITLE_LINES; i -= 1) {
    if (furniture.has(i)) {
      evidence.push('after-page-number');
      break;
    }
    const line = itemAt(lines, i);
    if (!isTitleLike(line.text)) break;
    start = i;
    if (line.pageStart) break;
  }
  if (start === opener) return undefined;
  const block = lines.slice(start, opener).map((line) => line.text);
  const before = lines[start - 1];
  // An attached text may have a note of its own; it stays in its annex.
  if (before?.marker?.kind === 'annex' && before.text === before.marker.label) return undefined;
  const opening = itemAt(lines, start);
  if (opening.pageStart) evidence.push('page-start');
  if (opening.blanksBefore >= 2) evidence.push('blank-lines');
  if (
    before !== undefined &&
    !furniture.has(start - 1) &&
    (before.ended || /[）》】]$/.test(before.text))
  ) {
    evidence.push('text-ended');
  }
  evidence.push('title');
  if (
    TITLE_NOUN.test(block.join('')) ||
    /(?:强调|会议|举行|召开|讲话|指出|会见|主持)/.test(block.join(''))
  ) {
    evidence.push('title-words');
  }
  return { line: start, evidence };
}

/** A title with words of one, and a text that ended or a page that began before it. */
function isEnough(evidence: readonly string[]): boolean {
  const border = ['page-start', 'after-page-number', 'blank-lines', 'text-ended'].some((item) =>
    evidence.includes(item),
  );
  return border && evidence.includes('title-words');
}
