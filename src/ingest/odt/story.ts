import { itemAt } from '../../text/index.js';
import type { Meter } from '../budget.js';
import type { ImportContext } from '../importer.js';
import type { NoteReference, ParagraphLine } from '../paragraphs.js';
import { type Attributes, numberOf, readXml } from '../xml.js';
import { type Counter, countOn, labelOf, type OdtLabel } from './labels.js';
import { closeCell, closeRow, type OpenTable, openCells, openRow, passCovered } from './rows.js';
import { SKIPPED } from './skipped.js';
import { isHidden, listOfStyle, type OdtLevels, type OdtStyles, outlineOfStyle } from './styles.js';

interface OdtStory {
  readonly lines: readonly ParagraphLine[];
  readonly notes: ReadonlyMap<string, string>;
  readonly references: readonly NoteReference[];
  readonly unknownFormats: readonly string[];
}

type Count = (kind: string, by?: number) => void;

interface OpenParagraph {
  readonly number: number;
  text: string;
  label: OdtLabel | undefined;
  readonly outline: number | undefined;
  /** Boxes anchored in it. */
  readonly after: ParagraphLine[];
}

interface OpenList {
  readonly levels: OdtLevels;
  readonly counter: Counter;
  /** The open item has shown its number, or shows none. */
  labelled: boolean;
  start: number | undefined;
}

interface State {
  readonly styles: OdtStyles;
  readonly rejects: boolean;
  readonly count: Count;
  readonly meter: Meter;
  readonly flows: ParagraphLine[][];
  readonly paragraphs: OpenParagraph[];
  readonly lists: OpenList[];
  /** Lists that are open outside a cell, note or box. */
  readonly outerLists: OpenList[][];
  readonly tables: OpenTable[];
  readonly counters: Map<string, Counter>;
  readonly outline: Counter;
  readonly notes: Map<string, string>;
  readonly references: NoteReference[];
  readonly spans: boolean[];
  readonly unknownFormats: Set<string>;
  /** Tracked changes by id: `insertion`, or the text that was deleted. */
  readonly changes: Map<string, { inserted: boolean; text: string }>;
  change: string | undefined;
  insertions: number;
  lastList: Counter | undefined;
  number: number;
  skipped: number;
}

/** Read `content.xml` from its event stream. Cost: linear. */
export function readOdtStory(
  bytes: Uint8Array,
  { path, trackChanges, meter }: ImportContext,
  styles: OdtStyles,
  count: Count,
): OdtStory {
  const state = openStory(styles, trackChanges === 'reject', count, meter);
  let inText = 0;
  const openElement = (name: string, attributes: Attributes): void => {
    const { number } = state;
    OPEN[name]?.(state, attributes);
    if (state.number > number) meter.spend('units', 1);
  };
  readXml(bytes, 'content.xml', path, {
    open(name, attributes) {
      if (state.skipped > 0) state.skipped += 1;
      else if (inText > 0 || name === 'body') {
        inText += 1;
        if (SKIPPED.has(name)) {
          state.skipped = 1;
          const kind = SKIPPED.get(name);
          if (kind !== undefined) count(kind);
        } else openElement(name, attributes);
      }
    },
    close(name) {
      if (state.skipped > 0) state.skipped -= 1;
      else if (inText > 0) CLOSE[name]?.(state);
      if (inText > 0 && state.skipped === 0) inText -= 1;
    },
    text(text) {
      if (inText > 0 && state.skipped === 0) write(state, text.replace(/[\t\r\n ]+/g, ' '));
    },
  });
  return {
    lines: itemAt(state.flows, 0),
    notes: state.notes,
    references: state.references,
    unknownFormats: [...state.unknownFormats].sort(),
  };
}

function openStory(styles: OdtStyles, rejects: boolean, count: Count, meter: Meter): State {
  return {
    styles,
    rejects,
    count,
    meter,
    flows: [[]],
    paragraphs: [],
    lists: [],
    outerLists: [],
    tables: [],
    counters: new Map(),
    outline: [],
    notes: new Map(),
    references: [],
    spans: [],
    unknownFormats: new Set(),
    changes: new Map(),
    change: undefined,
    insertions: 0,
    lastList: undefined,
    number: 0,
    skipped: 0,
  };
}

function write(state: State, text: string): void {
  const paragraph = state.paragraphs.at(-1);
  if (paragraph === undefined) return;
  if (state.insertions > 0 && state.rejects) return;
  if (state.spans.includes(true)) state.count('hidden-text', text.length);
  else paragraph.text += paragraph.text === '' ? text.trimStart() : text;
}

function openParagraph(state: State, attributes: Attributes): void {
  const style = attributes['style-name'];
  const heading = numberOf(attributes['outline-level']);
  state.number += 1;
  state.paragraphs.push({
    number: state.number,
    text: '',
    label: takeLabel(state, attributes, heading),
    outline: heading ?? outlineOfStyle(state.styles, style),
    after: [],
  });
}

/** The label of the item that the paragraph opens, or of its place in the outline. */
function takeLabel(state: State, attributes: Attributes, heading: number | undefined) {
  const list = state.lists.at(-1);
  if (list !== undefined) {
    if (list.labelled) return undefined;
    list.labelled = true;
    const at = state.lists.length;
    const own = listOfStyle(state.styles, attributes['style-name']);
    const levels =
      list.levels.size > 0 || own === undefined ? list.levels : state.styles.lists.get(own);
    countOn(list.counter, levels ?? list.levels, at, list.start);
    return labelOf(levels ?? list.levels, at, list.counter);
  }
  if (heading === undefined || attributes['is-list-header'] === 'true') return undefined;
  const { outline } = state.styles;
  const restart = attributes['restart-numbering'] === 'true';
  const start = restart ? (numberOf(attributes['start-value']) ?? 1) : undefined;
  countOn(state.outline, outline, heading, start);
  return labelOf(outline, heading, state.outline);
}

function closeParagraph(state: State): void {
  const paragraph = state.paragraphs.pop();
  if (paragraph === undefined) return;
  const { text, label, number, outline, after } = paragraph;
  const bare = text.trim() === '';
  if (!bare && label !== undefined) state.count('automatic-number');
  if (label?.unknownFormat !== undefined) state.unknownFormats.add(label.unknownFormat);
  const flow = itemAt(state.flows, state.flows.length - 1);
  flow.push({
    text: bare ? '' : `${label?.text ?? ''}${text}`,
    paragraph: number,
    ...(!bare && outline !== undefined && { outline }),
    ...(!bare && label?.bullet === true && { role: 'list-item' as const }),
  });
  flow.push(...after);
}

/** A list inside an item goes on with its list; one of its own begins anew, unless it says what it continues. */
function openList(state: State, attributes: Attributes): void {
  const outer = state.lists.at(-1);
  const named = attributes['style-name'];
  const levels = (named === undefined ? undefined : state.styles.lists.get(named)) ?? outer?.levels;
  const continued = attributes['continue-list'];
  const counter =
    outer?.counter ??
    (continued === undefined ? undefined : state.counters.get(continued)) ??
    (attributes['continue-numbering'] === 'true' ? state.lastList : undefined) ??
    [];
  if (attributes.id !== undefined) state.counters.set(attributes.id, counter);
  state.lists.push({ levels: levels ?? new Map(), counter, labelled: false, start: undefined });
}

function openItem(state: State, attributes: Attributes): void {
  const list = state.lists.at(-1);
  if (list === undefined) return;
  list.labelled = false;
  list.start = numberOf(attributes['start-value']);
}

/** Text that stands apart: a cell, a note, a box. */
function openFlow(state: State): void {
  state.flows.push([]);
  state.outerLists.push(state.lists.splice(0));
}

function closeFlow(state: State): ParagraphLine[] {
  state.lists.splice(0, state.lists.length, ...(state.outerLists.pop() ?? []));
  return state.flows.pop() ?? [];
}

function inserted(state: State, at: string | undefined): boolean {
  return at !== undefined && state.changes.get(at)?.inserted === true;
}

const OPEN: Readonly<Record<string, (state: State, attributes: Attributes) => void>> = {
  p: openParagraph,
  h: openParagraph,
  span: (state, attributes) => state.spans.push(isHidden(state.styles, attributes['style-name'])),
  s: (state, { c }) => write(state, ' '.repeat(Math.min(numberOf(c) ?? 1, 1000))),
  tab: (state) => write(state, '\t'),
  'line-break': (state) => write(state, '\n'),
  list: openList,
  'list-item': openItem,
  'list-header': (state) => {
    for (const list of state.lists.slice(-1)) list.labelled = true;
  },
  table: (state) => {
    state.tables.push({ above: new Map(), row: undefined });
  },
  'table-row': (state) => openRow(state.tables.at(-1)),
  'table-cell': (state, attributes) => {
    openCells(state.tables.at(-1), attributes);
    openFlow(state);
  },
  'covered-table-cell': (state, attributes) => {
    const table = state.tables.at(-1);
    if (table !== undefined) passCovered(table, attributes, state.number, state.meter);
  },
  'text-box': openFlow,
  'note-body': openFlow,
  'changed-region': (state, { id }) => {
    state.change = id;
  },
  insertion: (state) => {
    if (state.change === undefined) return;
    state.count('inserted-revision');
    state.changes.set(state.change, { inserted: true, text: '' });
  },
  deletion: (state) => {
    if (state.change !== undefined) state.count('deleted-revision');
    openFlow(state);
  },
  'change-start': (state, attributes) => {
    if (inserted(state, attributes['change-id'])) state.insertions += 1;
  },
  'change-end': (state, attributes) => {
    if (inserted(state, attributes['change-id'])) state.insertions -= 1;
  },
  change: (state, attributes) => {
    const id = attributes['change-id'];
    if (state.rejects && id !== undefined) write(state, state.changes.get(id)?.text ?? '');
  },
};

const CLOSE: Readonly<Record<string, (state: State) => void>> = {
  p: closeParagraph,
  h: closeParagraph,
  span: (state) => {
    state.spans.pop();
  },
  list: (state) => {
    const list = state.lists.pop();
    if (state.lists.length === 0) state.lastList = list?.counter;
  },
  table: (state) => {
    state.tables.pop();
  },
  'table-row': (state) => {
    const lines = closeRow(state.tables.at(-1), state.number);
    itemAt(state.flows, state.flows.length - 1).push(...lines);
  },
  'table-cell': (state) => closeCell(state.tables.at(-1), closeFlow(state)),
  'text-box': (state) => {
    const lines = closeFlow(state);
    state.count('text-box');
    (state.paragraphs.at(-1)?.after ?? state.flows.at(-1))?.push(...lines);
  },
  'note-body': (state) => {
    const name = `note ${state.references.length + 1}`;
    state.notes.set(
      name,
      closeFlow(state)
        .map(({ text }) => text.trim())
        .join(''),
    );
    state.count('note-mark');
    state.references.push({ note: name, paragraph: state.paragraphs.at(-1)?.number ?? 0 });
  },
  deletion: (state) => {
    const lines = closeFlow(state);
    if (state.change === undefined) return;
    const text = lines.map((line) => line.text).join('\n');
    state.changes.set(state.change, { inserted: false, text });
  },
  'changed-region': (state) => {
    state.change = undefined;
  },
};
