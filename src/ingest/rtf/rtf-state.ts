import { itemAt } from '../../text/index.js';
import type { Meter } from '../budget.js';
import type { ImportContext } from '../importer.js';
import { type NoteReference, type ParagraphLine, repeatedBelow, rowLines } from '../paragraphs.js';
import { decoderOfPage } from './code-pages.js';

/** Where the text of a group goes. */
export type Destination = 'body' | 'skip' | 'fonts' | 'number' | 'field-code' | 'note' | 'box';

/** What a group hands on to the groups inside it. */
export interface Group {
  destination: Destination;
  /** How many characters stand for one `\u`, for readers that know no Unicode. */
  substitutes: number;
  font: number | undefined;
  hidden: boolean;
  deleted: boolean;
  inserted: boolean;
  /** Text of the document stands in it. */
  written: boolean;
}

export interface OpenField {
  /** Depth of its group. */
  readonly depth: number;
  code: string;
  dropped: boolean;
}

interface OpenParagraph {
  text: string;
  number: string;
  outline: number | undefined;
  /** Nesting of tables; 0 outside. */
  table: number;
  list: boolean;
  /** Lines of boxes anchored in it. */
  readonly after: ParagraphLine[];
  /** Where its lines go, when it stands in a box. */
  readonly box: ParagraphLine[] | undefined;
}

export interface RtfColumn {
  /** Where it ends on the page: what tells columns of rows of a table. */
  readonly edge: number;
  /** It is one with the cell before. */
  readonly joins: boolean;
  /** It is one with the cell above. */
  readonly continues: boolean;
}

interface OpenTable {
  readonly cells: ParagraphLine[][];
  /** Lines of the cell that is open. */
  cell: ParagraphLine[];
}

/** What is open at one point of the tokens. Changed in place by the functions below, seen by nobody else. */
export interface RtfState {
  readonly trackChanges: 'accept' | 'reject';
  readonly count: (kind: string, by?: number) => void;
  readonly damaged: (at: number) => void;
  readonly groups: Group[];
  readonly fields: OpenField[];
  readonly fonts: Map<number, number | undefined>;
  readonly lines: ParagraphLine[];
  readonly tables: OpenTable[];
  readonly notes: Map<string, string>;
  readonly references: NoteReference[];
  /** Paragraphs of body and open notes. */
  readonly paragraphs: OpenParagraph[];
  /** The columns of the row being defined, and how the next is merged. */
  columns: RtfColumn[];
  merged: Pick<RtfColumn, 'joins' | 'continues'>;
  /** The cells last seen in each column, by its right edge. */
  readonly above: Map<number, readonly ParagraphLine[]>;
  readonly meter: Meter;
  page: number;
  paragraph: number;
  bytes: number[];
  /** Characters to pass over after a `\u`. */
  passing: number;
}

export const UNMERGED: RtfState['merged'] = { joins: false, continues: false };

export function openState(
  { trackChanges, meter, damage }: Pick<ImportContext, 'trackChanges' | 'meter' | 'damage'>,
  count: (kind: string, by?: number) => void,
): RtfState {
  return {
    trackChanges,
    meter,
    count,
    damaged: damage.place,
    groups: [
      {
        destination: 'body',
        substitutes: 1,
        font: undefined,
        hidden: false,
        deleted: false,
        inserted: false,
        written: false,
      },
    ],
    fields: [],
    fonts: new Map(),
    lines: [],
    tables: [],
    notes: new Map(),
    references: [],
    paragraphs: [emptyParagraph()],
    columns: [],
    merged: UNMERGED,
    above: new Map(),
    page: 1252,
    paragraph: 1,
    bytes: [],
    passing: 0,
  };
}

export function emptyParagraph(box?: ParagraphLine[]): OpenParagraph {
  return { text: '', number: '', outline: undefined, table: 0, list: false, after: [], box };
}

export function groupOf({ groups }: RtfState): Group {
  return itemAt(groups, groups.length - 1);
}

export function paragraphOf({ paragraphs }: RtfState): OpenParagraph {
  return itemAt(paragraphs, paragraphs.length - 1);
}

/** Bytes gathered so far as text, in the code page of their font. */
export function flushBytes(state: RtfState): void {
  if (state.bytes.length === 0) return;
  const { font } = groupOf(state);
  const page = (font === undefined ? undefined : state.fonts.get(font)) ?? state.page;
  const bytes = Uint8Array.from(state.bytes.splice(0));
  // What fits no character becomes U+FFFD, which is counted and said.
  write(state, new TextDecoder(decoderOfPage(page)).decode(bytes));
}

/** Add text where the open group sends it. */
export function write(state: RtfState, text: string): void {
  const group = groupOf(state);
  const field = state.fields.at(-1);
  switch (group.destination) {
    case 'skip':
    case 'fonts':
      return;
    case 'field-code':
      if (field !== undefined) field.code += text;
      return;
    case 'number':
      paragraphOf(state).number += text;
      return;
    case 'note':
    case 'box':
    case 'body':
      break;
    default:
      group.destination satisfies never;
  }
  group.written = true;
  if (state.fields.some(({ dropped }) => dropped)) return;
  if (group.hidden) {
    state.count('hidden-text', text.length);
    return;
  }
  const gone = state.trackChanges === 'accept' ? group.deleted : group.inserted;
  if (!gone) paragraphOf(state).text += text;
}

/** The finished paragraph with its automatic number, then the boxes anchored in it. */
export function closeParagraph(state: RtfState): void {
  flushBytes(state);
  const paragraph = paragraphOf(state);
  if (groupOf(state).destination === 'note') {
    // Paragraphs of a note run on.
    paragraph.text += '\n';
    return;
  }
  const { text, outline, table, box } = paragraph;
  const bare = text.trim() === '';
  const { mark, bullet } = bare ? { mark: '', bullet: false } : markOf(state, paragraph);
  paragraph.text = '';
  paragraph.number = '';
  const flow = box ?? flowOf(state, table);
  flow.push({
    text: bare ? '' : `${mark}${text}`,
    paragraph: state.paragraph,
    ...(!bare && outline !== undefined && { outline }),
    ...(bullet && { role: 'list-item' as const }),
  });
  flow.push(...paragraph.after.splice(0));
  state.paragraph += 1;
}

/** Signs that mark an item and count nothing. */
const BULLET = /^[•●○■□◆▪➢–o·-]$/;

/** The number in front of a paragraph, as the file writes it; symbol fonts have private-use bullets. */
function markOf(state: RtfState, { number, list }: OpenParagraph) {
  const mark = number
    .replace(/[\t\n]/g, ' ')
    .replace(/[\ue000-\uf8ff]/g, '•')
    .trim();
  if (mark === '') {
    // A number that is written as a gap alone is none.
    if (list && number === '') state.count('lost-number');
    return { mark, bullet: false };
  }
  state.count('automatic-number');
  // What parts the number from the text is a blank in every format.
  const parted = /\s$/.test(number);
  return { mark: parted ? `${mark} ` : mark, bullet: BULLET.test(mark) };
}

/** Lines of the body, or of the cell that is open at this nesting. */
function flowOf(state: RtfState, table: number): ParagraphLine[] {
  while (state.tables.length > table) closeTable(state);
  while (state.tables.length < table) state.tables.push({ cells: [], cell: [] });
  return state.tables.at(-1)?.cell ?? state.lines;
}

/** A table that ends without the end of its row: what it holds stays. */
function closeTable(state: RtfState): void {
  const table = state.tables.pop();
  if (table === undefined) return;
  const cells = table.cell.length > 0 ? [...table.cells, table.cell] : table.cells;
  (state.tables.at(-1)?.cell ?? state.lines).push(...rowLines(cells, state.paragraph));
}

export function closeCell(state: RtfState, nested: boolean): void {
  const paragraph = paragraphOf(state);
  paragraph.table = nested ? Math.max(2, paragraph.table) : 1;
  closeParagraph(state);
  const table = state.tables.at(-1);
  if (table === undefined) return;
  table.cells.push(table.cell);
  table.cell = [];
}

export function closeRow(state: RtfState, nested: boolean): void {
  flushBytes(state);
  if (!nested) while (state.tables.length > 1) closeTable(state);
  const table = state.tables.pop();
  if (table === undefined) return;
  // What stands after the last cell of a row belongs to no cell, but it is text.
  const cells = table.cell.length > 0 ? [...table.cells, table.cell] : table.cells;
  const kept = nested ? cells : mergedCells(state, cells);
  const outer = state.tables.at(-1)?.cell ?? state.lines;
  outer.push(...rowLines(kept, state.paragraph));
}

/** What is merged downwards stands in every row it reaches over, as in the other formats. */
function mergedCells(
  { columns, above, paragraph, meter }: RtfState,
  cells: readonly (readonly ParagraphLine[])[],
): readonly (readonly ParagraphLine[])[] {
  return cells.flatMap((cell, i) => {
    const { edge, joins, continues } = columns[i] ?? { edge: Number.NaN, ...UNMERGED };
    if (joins) return [];
    const upper = continues ? above.get(edge) : undefined;
    const own = upper === undefined ? cell : repeatedBelow(upper, paragraph, meter);
    if (!Number.isNaN(edge)) above.set(edge, own);
    return [own];
  });
}

export function closeAll(state: RtfState): readonly ParagraphLine[] {
  flushBytes(state);
  if (paragraphOf(state).text.trim() !== '') closeParagraph(state);
  while (state.tables.length > 0) closeTable(state);
  return state.lines;
}
