import type { LineHint, LineRole, SourcePlace } from '../model/index.js';
import { itemAt } from '../text/index.js';
import type { Meter } from './budget.js';
import { fieldsOfRows } from './html/index-fields.js';
import { headRows, LETTERHEAD_ROWS, letterheadOf } from './letterhead.js';

/** One line of a word processor's file. `text` may hold line breaks of its own. */
export interface ParagraphLine {
  readonly text: string;
  /** 1-based number of its paragraph (or row of a sheet) in the file. */
  readonly paragraph: number;
  /** Number of its sheet, in a workbook of several. */
  readonly page?: number;
  readonly outline?: number;
  readonly role?: LineRole;
}

/** A note is referred to in a paragraph by its name. */
export interface NoteReference {
  readonly note: string;
  readonly paragraph: number;
}

/** Lines under each other, with the paragraphs they stand in and what is known of them. Cost: linear. */
export function writeParagraphs(lines: readonly ParagraphLine[]) {
  const places: SourcePlace[] = [];
  const hints: LineHint[] = [];
  const parts: string[] = [];
  let length = 0;
  for (const { text, paragraph, page, outline, role } of lines) {
    const last = places.at(-1);
    if (last?.paragraph !== paragraph || last.page !== page)
      places.push({ start: length, paragraph, ...(page !== undefined && { page }) });
    for (const piece of text.split('\n')) {
      if (outline !== undefined || role !== undefined) {
        hints.push({
          start: length,
          ...(role !== undefined && { role }),
          ...(outline !== undefined && { outline }),
        });
      }
      parts.push(piece, '\n');
      length += piece.length + 1;
    }
  }
  return { text: parts.join(''), places, hints };
}

/** Highest number that has an enclosed form (⑳). */
const LAST_ENCLOSED = 20;

/** Notes in the order of their marks, numbered as Chinese documents print them. */
export function noteLines(
  references: readonly NoteReference[],
  notes: ReadonlyMap<string, string>,
): ParagraphLine[] {
  return references.flatMap(({ note, paragraph }, i) => {
    const text = notes.get(note);
    if (text === undefined || text === '') return [];
    const mark = i < LAST_ENCLOSED ? String.fromCharCode(0x2460 + i) : `（${i + 1}）`;
    return [{ text: `${mark}${text}`, paragraph, role: 'footnote' as const }];
  });
}

/**
 * A row of a table is a line; a row of one cell is a frame, whose paragraphs stand for themselves.
 * `last`: the paragraph of a row that has none of its own.
 */
export function rowLines(
  cells: readonly (readonly ParagraphLine[])[],
  last: number,
): readonly ParagraphLine[] {
  if (cells.every((cell) => cell.every(({ text }) => text === ''))) return [];
  if (cells.length === 1) return itemAt(cells, 0);
  const paragraph = cells.flat()[0]?.paragraph ?? last;
  return [{ text: cells.map(cellText).join('\t'), paragraph, role: 'table-row' }];
}

/** What is merged downwards, in a row below the one it begins in. It counts against the budget as often as it stands. */
export function repeatedBelow(
  lines: readonly ParagraphLine[],
  paragraph: number,
  meter: Meter,
): ParagraphLine[] {
  for (const { text } of lines) meter.spend('characters', text.length);
  return lines.map((line) => ({ ...line, paragraph }));
}

function cellText(cell: readonly ParagraphLine[]): string {
  const texts = cell.map(({ text }) => text.replace(/[\t\n]+/g, ' ').trim());
  return texts.filter((text) => text !== '').join(' ');
}

/** A red head that is set as a table has a line for each office, the index of a paper one for each field, as in papers that set them as text. */
export function withLetterhead(lines: readonly ParagraphLine[]): readonly ParagraphLine[] {
  const found = headRows(lines);
  if (found === undefined) return lines;
  const { start, end } = found;
  const { paragraph } = itemAt(lines, start);
  const rows = lines.slice(start, end).map((line) => line.text.split('\t'));
  const head = rows.length > LETTERHEAD_ROWS ? undefined : letterheadOf(rows);
  const read = head ?? fieldsOfRows(rows);
  if (read === undefined) return lines;
  const printed = read.map((text) => ({ text, paragraph }));
  return [...lines.slice(0, start), ...printed, ...lines.slice(end)];
}
