import { valueAt } from '../../text/index.js';
import type { ParagraphLine } from '../paragraphs.js';
import { type Attributes, isOn, numberOf, readXml } from '../xml.js';
import {
  closeCell,
  closeFlow,
  closeParagraph,
  closeRow,
  openParagraph,
  openStory,
  type StoryContext,
  type StoryState,
  write,
} from './story-state.js';
import { outlineOf } from './styles.js';

/** The main text of a file, or its notes. */
interface Story {
  readonly lines: readonly ParagraphLine[];
  /** Text of notes by name (`footnote 3`), for the parts that hold notes. */
  readonly notes: ReadonlyMap<string, string>;
  /** Notes referred to, in order. */
  readonly references: readonly { readonly note: string; readonly paragraph: number }[];
  readonly unknownFormats: readonly string[];
}

/**
 * Read a part with text (document, footnotes, endnotes) from its event stream.
 *
 * Automatic numbers become text, tables go row by row, text boxes follow the paragraph that anchors
 * them, tracked changes are accepted or rejected. Cost: linear; the state is what is open.
 */
export function readStory(bytes: Uint8Array, context: StoryContext): Story {
  const state = openStory(context);
  readXml(bytes, context.part, context.path, {
    open: (name, attributes) => open(state, name, attributes),
    close: (name) => close(state, name),
    text: (text) => {
      if (state.captured !== undefined && state.skipped === 0) state.captured.text += text;
    },
  });
  return {
    lines: closeFlow(state),
    notes: state.notes,
    references: state.references,
    unknownFormats: [...state.unknownFormats].sort(),
  };
}

/** Elements whose content is no text of the document: old properties, the second copy of a drawing, phonetic guides. */
const SKIPPED = new Set([
  'Fallback',
  'sdtPr',
  'rt',
  'delInstrText',
  'rPrChange',
  'tblPrChange',
  'tcPrChange',
  'trPrChange',
  'sectPrChange',
  'tblGridChange',
  'tblPrExChange',
  'numberingChange',
]);

const REVISIONS = new Map<string, 'inserted' | 'deleted'>([
  ['ins', 'inserted'],
  ['moveTo', 'inserted'],
  ['del', 'deleted'],
  ['moveFrom', 'deleted'],
]);

/** Fields whose result is made by the page, not by the author. */
const DROPPED_FIELD = /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES|TOC|TC|XE|INDEX)\b/i;

function open(state: StoryState, name: string, attributes: Attributes): void {
  state.path.push(name);
  if (state.skipped > 0) {
    state.skipped += 1;
    if (name === 'docPartGallery' && /table of contents/i.test(attributes.val ?? '')) {
      state.controls.splice(-1, 1, true);
    }
  } else if (SKIPPED.has(name)) state.skipped = 1;
  else if (REVISIONS.has(name)) openRevision(state, name);
  else (OPEN[name] ?? readProperty)(state, attributes, name);
}

function close(state: StoryState, name: string): void {
  if (state.skipped > 0) state.skipped -= 1;
  else if (REVISIONS.has(name)) closeRevision(state, name);
  else CLOSE[name]?.(state);
  state.path.pop();
}

const OPEN: Readonly<
  Record<string, (state: StoryState, attributes: Attributes, name: string) => void>
> = {
  p: openParagraph,
  r: (state) => {
    state.hidden = false;
  },
  t: capture,
  delText: capture,
  instrText: capture,
  tab: (state) => {
    if (state.path.at(-2) === 'r') write(state, '\t');
  },
  ptab: (state) => write(state, '\t'),
  br: (state) => write(state, '\n'),
  cr: (state) => write(state, '\n'),
  noBreakHyphen: (state) => write(state, '-'),
  softHyphen: (state) => state.context.count('soft-hyphen'),
  sym: (state, { char }) => write(state, symbolOf(char, state.context.count)),
  fldChar: (state, { fldCharType }) => readField(state, fldCharType),
  fldSimple: (state, { instr }) => {
    const dropped = DROPPED_FIELD.test(instr ?? '');
    if (dropped) state.context.count('page-field');
    if (dropped || state.droppedFields > 0) state.droppedFields += 1;
  },
  sdt: (state) => {
    state.controls.push(false);
  },
  sdtContent: (state) => {
    if (state.controls.at(-1) !== true) return;
    state.context.count('table-of-contents');
    state.skipped = 1;
  },
  tbl: (state) => {
    state.tables.push(new Map());
  },
  gridSpan: (state, { val }) => {
    const row = state.rows.at(-1);
    if (row !== undefined) row.span = Math.max(1, Number(val) || 1);
  },
  vMerge: (state, { val }) => {
    const row = state.rows.at(-1);
    if (row !== undefined) row.continues = val !== 'restart';
  },
  tc: openFlow,
  txbxContent: openFlow,
  tr: (state) => {
    state.rows.push({ cells: [], shapes: [], span: 1, continues: false, removed: false });
  },
  footnoteReference: (state, { id }) => refer(state, `footnote ${id}`),
  endnoteReference: (state, { id }) => refer(state, `endnote ${id}`),
  footnote: openNote,
  endnote: openNote,
  pPrChange: (state) => {
    // The old properties stand for the new ones when changes are rejected.
    if (state.context.trackChanges === 'accept') state.skipped = 1;
    else forgetProperties(state);
  },
  commentReference: (state) => state.context.count('comment'),
  altChunk: (state) => state.context.count('embedded-part'),
  headerReference: (state) => state.context.count('page-header'),
  footerReference: (state) => state.context.count('page-footer'),
};

const CLOSE: Readonly<Record<string, (state: StoryState) => void>> = {
  p: closeParagraph,
  t: writeCaptured,
  delText: writeCaptured,
  instrText: (state) => {
    const field = state.fields.at(-1);
    if (field !== undefined) field.code += state.captured?.text ?? '';
    state.captured = undefined;
  },
  fldSimple: (state) => {
    if (state.droppedFields > 0) state.droppedFields -= 1;
  },
  sdt: (state) => {
    state.controls.pop();
  },
  tbl: (state) => {
    state.tables.pop();
  },
  tc: closeCell,
  tr: closeRow,
  txbxContent: (state) => {
    const lines = closeFlow(state);
    state.context.count('text-box');
    if (state.removed === 0) state.paragraphs.at(-1)?.after.push(...lines);
  },
  footnote: closeNote,
  endnote: closeNote,
};

function capture(state: StoryState, { space }: Attributes): void {
  state.captured = { text: '', preserve: space === 'preserve' };
}

function writeCaptured(state: StoryState): void {
  const { captured } = state;
  state.captured = undefined;
  if (captured !== undefined)
    write(state, captured.preserve ? captured.text : captured.text.trim());
}

function openFlow(state: StoryState): void {
  state.flows.push([]);
}

function openNote(state: StoryState, { id, type }: Attributes, name: string): void {
  // Separators are notes of another type.
  state.note = type === undefined || type === 'normal' ? `${name} ${id}` : undefined;
  openFlow(state);
}

function closeNote(state: StoryState): void {
  const text = closeFlow(state)
    .map((line) => line.text.trim())
    .join('');
  if (state.note !== undefined) state.notes.set(state.note, text);
}

function refer(state: StoryState, note: string): void {
  if (state.removed > 0 || state.hidden) return;
  state.context.count('note-mark');
  state.references.push({ note, paragraph: state.paragraphs.at(-1)?.number ?? state.number });
}

function removedKind(state: StoryState): 'inserted' | 'deleted' {
  return state.context.trackChanges === 'accept' ? 'deleted' : 'inserted';
}

/** A revision is a wrapper around text, or a mark on a row, on a paragraph mark or on a property. */
function openRevision(state: StoryState, name: string): void {
  const kind = valueAt(REVISIONS, name);
  const isRemoved = kind === removedKind(state);
  const parent = state.path.at(-2);
  if (parent === 'numPr' || parent === 'tcPr') return;
  state.context.count(`${kind}-revision`);
  if (!isRemoved) return;
  if (parent === 'trPr') for (const row of state.rows.slice(-1)) row.removed = true;
  else if (parent !== 'rPr') state.removed += 1;
  else if (state.path.at(-3) === 'pPr') {
    for (const paragraph of state.paragraphs.slice(-1)) paragraph.markRemoved = true;
  }
}

function closeRevision(state: StoryState, name: string): void {
  const isMark = ['rPr', 'trPr', 'numPr', 'tcPr'].includes(state.path.at(-2) ?? '');
  if (!isMark && REVISIONS.get(name) === removedKind(state)) state.removed -= 1;
}

function readProperty(state: StoryState, { val }: Attributes, name: string): void {
  const paragraph = state.paragraphs.at(-1);
  const parent = state.path.at(-2);
  if (paragraph === undefined) return;
  if (parent === 'pPr') {
    if (name === 'pStyle' && val !== undefined) paragraph.style = val;
    else if (name === 'outlineLvl') paragraph.outline = outlineOf(val);
  } else if (parent === 'numPr') {
    const number = numberOf(val);
    if (number === undefined) return;
    if (name === 'numId') paragraph.num = number;
    else if (name === 'ilvl') paragraph.level = number;
  } else if (name === 'vanish' && parent === 'rPr' && state.path.at(-3) === 'r') {
    state.hidden = val === undefined || isOn({ val });
  }
}

function forgetProperties(state: StoryState): void {
  for (const paragraph of state.paragraphs.slice(-1)) {
    for (const key of ['style', 'num', 'level', 'outline'] as const) delete paragraph[key];
  }
}

function readField(state: StoryState, type: string | undefined): void {
  const field = state.fields.at(-1);
  if (type === 'begin') state.fields.push({ code: '', inResult: false, dropped: false });
  else if (type === 'end') state.fields.pop();
  else if (type === 'separate' && field !== undefined) {
    field.inResult = true;
    field.dropped = DROPPED_FIELD.test(field.code);
    if (field.dropped) state.context.count('page-field');
  }
}

/** Characters of symbol fonts are private-use: they are written as an empty box and counted. */
function symbolOf(code: string | undefined, count: (kind: string) => void): string {
  const value = Number.parseInt(code ?? '', 16);
  if (value > 0x1f && (value < 0xd800 || (value > 0xf8ff && value < 0xfffe)))
    return String.fromCharCode(value);
  count('symbol');
  return '□';
}
