import { itemAt } from '../../text/index.js';
import type { Meter } from '../budget.js';
import { type ParagraphLine, repeatedBelow, rowLines } from '../paragraphs.js';
import { type Label, labelWriter, levelOfStyle, type Numbering } from './numbering.js';
import { resolveStyle, type Styles } from './styles.js';

export interface StoryContext {
  readonly path: string;
  readonly part: string;
  readonly trackChanges: 'accept' | 'reject';
  readonly styles: Styles;
  readonly numbering: Numbering;
  readonly count: (kind: string, by?: number) => void;
  readonly meter: Meter;
}

export interface OpenParagraph {
  readonly number: number;
  text: string;
  style?: string;
  num?: number;
  level?: number;
  outline?: number | null;
  /** Its paragraph mark is a removed revision: it runs on into the next paragraph. */
  markRemoved: boolean;
  /** Text boxes anchored in it. */
  readonly after: ParagraphLine[];
}

export interface OpenRow {
  readonly cells: ParagraphLine[][];
  /** Columns of the grid that each cell takes, and whether it is one with the cell above. */
  readonly shapes: { readonly span: number; readonly continues: boolean }[];
  /** Of the cell that is open. */
  span: number;
  continues: boolean;
  removed: boolean;
}

/** The cells last seen in each column of the grid of an open table. */
export type OpenTable = Map<number, readonly ParagraphLine[]>;

export interface OpenField {
  code: string;
  inResult: boolean;
  dropped: boolean;
}

/** What is open at one point of the event stream. Changed in place by the functions below, seen by nobody else. */
export interface StoryState {
  readonly context: StoryContext;
  readonly label: (num: number, level: number) => Label | undefined;
  /** Local names of the open elements. */
  readonly path: string[];
  /** Lines of the body and of every open cell, box or note. */
  readonly flows: ParagraphLine[][];
  readonly paragraphs: OpenParagraph[];
  readonly tables: OpenTable[];
  readonly rows: OpenRow[];
  readonly fields: OpenField[];
  /** Open content controls: is it the table of contents? */
  readonly controls: boolean[];
  readonly notes: Map<string, string>;
  readonly references: { readonly note: string; readonly paragraph: number }[];
  readonly unknownFormats: Set<string>;
  /** A paragraph whose mark was removed, to run on into the next. */
  carried?: OpenParagraph | undefined;
  /** Paragraphs begun so far. */
  number: number;
  /** Depth inside a skipped element. */
  skipped: number;
  /** Depth inside removed revisions. */
  removed: number;
  /** Depth inside simple fields that are dropped. */
  droppedFields: number;
  /** The open run is hidden. */
  hidden: boolean;
  captured?: { text: string; readonly preserve: boolean } | undefined;
  note?: string | undefined;
}

export function openStory(context: StoryContext): StoryState {
  return {
    context,
    label: labelWriter(context.numbering),
    path: [],
    flows: [[]],
    paragraphs: [],
    tables: [],
    rows: [],
    fields: [],
    controls: [],
    notes: new Map(),
    references: [],
    unknownFormats: new Set(),
    number: 0,
    skipped: 0,
    removed: 0,
    droppedFields: 0,
    hidden: false,
  };
}

/** Append text to the open paragraph, unless it is removed, hidden or made by the page. */
export function write(state: StoryState, text: string): void {
  const paragraph = state.paragraphs.at(-1);
  if (paragraph === undefined || state.removed > 0 || state.droppedFields > 0) return;
  if (state.fields.some((field) => field.dropped || !field.inResult)) return;
  if (state.hidden) state.context.count('hidden-text', text.length);
  else paragraph.text += text;
}

export function openParagraph(state: StoryState): void {
  state.number += 1;
  const before = state.carried;
  state.carried = undefined;
  state.paragraphs.push({
    number: state.number,
    text: before?.text ?? '',
    markRemoved: false,
    after: before?.after ?? [],
  });
}

export function closeParagraph(state: StoryState): void {
  const paragraph = state.paragraphs.pop();
  if (paragraph === undefined) return;
  if (paragraph.markRemoved) state.carried = paragraph;
  else emit(state, paragraph);
}

/** The finished paragraph with its automatic number, then the boxes anchored in it. */
function emit(state: StoryState, paragraph: OpenParagraph): void {
  const style = resolveStyle(state.context.styles, paragraph.style);
  const num = paragraph.num ?? style.list?.num;
  const mark =
    num === undefined || num === 0 ? undefined : labelOf(state, paragraph, num, style.list?.level);
  const bare = paragraph.text.trim() === '';
  const outline = paragraph.outline === undefined ? style.outline : paragraph.outline;
  const text = bare ? '' : `${mark?.text ?? ''}${paragraph.text}`;
  const flow = flowOf(state);
  state.context.meter.spend('units', 1);
  state.context.meter.spend('characters', text.length);
  flow.push({
    text,
    paragraph: paragraph.number,
    ...(!bare && outline !== undefined && outline !== null && { outline }),
    ...(!bare && mark?.bullet === true && { role: 'list-item' as const }),
  });
  flow.push(...paragraph.after);
}

/** Where finished lines go: the body, or the cell or box that is open. */
function flowOf({ flows }: StoryState): ParagraphLine[] {
  return itemAt(flows, flows.length - 1);
}

function labelOf(
  state: StoryState,
  paragraph: OpenParagraph,
  num: number,
  styled: number | undefined,
): Label | undefined {
  const { styles, numbering, count } = state.context;
  const id = paragraph.style ?? styles.defaultId;
  const tied =
    paragraph.num === undefined && id !== undefined ? levelOfStyle(numbering, num, id) : undefined;
  const mark = state.label(num, paragraph.level ?? tied ?? styled ?? 0);
  if (mark !== undefined && mark.text !== '') count('automatic-number');
  if (mark?.unknownFormat !== undefined) state.unknownFormats.add(mark.unknownFormat);
  return mark;
}

/** Lines of the innermost body, cell, box or note; a paragraph whose mark was removed ends with it. */
export function closeFlow(state: StoryState): ParagraphLine[] {
  if (state.carried !== undefined) emit(state, state.carried);
  state.carried = undefined;
  return state.flows.pop() ?? [];
}

export function closeRow(state: StoryState): void {
  const row = state.rows.pop();
  const flow = flowOf(state);
  if (row === undefined || row.removed) return;
  flow.push(...rowLines(mergedCells(state, row), state.number));
}

/** What is merged downwards stands in every row it reaches over, as in pages and sheets. */
function mergedCells(state: StoryState, { cells, shapes }: OpenRow): readonly ParagraphLine[][] {
  const above = state.tables.at(-1);
  let column = 0;
  return cells.map((cell, i) => {
    const { span, continues } = shapes[i] ?? { span: 1, continues: false };
    const upper = continues ? above?.get(column) : undefined;
    const own =
      upper === undefined ? cell : repeatedBelow(upper, state.number, state.context.meter);
    above?.set(column, own);
    column += span;
    return own;
  });
}

export function closeCell(state: StoryState): void {
  const row = state.rows.at(-1);
  if (row === undefined) return;
  row.cells.push(closeFlow(state));
  row.shapes.push({ span: row.span, continues: row.continues });
  row.span = 1;
  row.continues = false;
}
