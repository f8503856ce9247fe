import { UserError } from '../../text/index.js';
import type { ImportContext } from '../importer.js';
import type { NoteReference, ParagraphLine } from '../paragraphs.js';
import { pageOfCharset } from './code-pages.js';
import {
  closeAll,
  closeCell,
  closeParagraph,
  closeRow,
  type Destination,
  emptyParagraph,
  flushBytes,
  groupOf,
  openState,
  paragraphOf,
  type RtfState,
  UNMERGED,
  write,
} from './rtf-state.js';
import { type RtfToken, type RtfWord, rtfTokens } from './tokens.js';

interface RtfText {
  readonly lines: readonly ParagraphLine[];
  readonly notes: ReadonlyMap<string, string>;
  readonly references: readonly NoteReference[];
}

/** Groups inside each other; word processors nest to a few dozen. */
const DEEPEST = 2000;

/**
 * Read a file from its tokens: no tree, no recursion.
 *
 * Errors: `UserError` for files that break off and nesting without end.
 */
export function readRtf(
  bytes: Uint8Array,
  context: ImportContext,
  count: (kind: string, by?: number) => void,
): RtfText {
  const { path, meter } = context;
  const state = openState(context, count);
  for (const token of rtfTokens(bytes, state.damaged)) {
    if (state.groups.length > DEEPEST)
      throw new UserError('ingest/too-deep', { path, limit: DEEPEST });
    const { paragraph } = state;
    read(state, token);
    if (state.paragraph > paragraph) meter.spend('units', state.paragraph - paragraph);
  }
  if (state.groups.length > 1) throw new UserError('ingest/rtf-broken', { path });
  return { lines: closeAll(state), notes: state.notes, references: state.references };
}

function read(state: RtfState, token: RtfToken): void {
  // Characters that stand for a `\u` end with the group.
  if (state.passing > 0 && (token.type === 'open' || token.type === 'close')) state.passing = 0;
  if (token.type !== 'byte') flushBytes(state);
  switch (token.type) {
    case 'open':
      state.groups.push({ ...groupOf(state), written: false });
      return;
    case 'close':
      closeGroup(state);
      return;
    case 'byte':
      if (state.passing > 0) state.passing -= 1;
      else state.bytes.push(token.value);
      return;
    case 'symbol':
      readSymbol(state, token.name);
      return;
    case 'word':
      if (state.passing > 0) state.passing -= 1;
      else readWord(state, token);
      return;
    default:
      token satisfies never;
  }
}

function closeGroup(state: RtfState): void {
  if (state.groups.length === 1) return;
  const inner = groupOf(state);
  state.groups.pop();
  const field = state.fields.at(-1);
  if (inner.destination === 'field-code' && groupOf(state).destination !== 'field-code') {
    if (field !== undefined && !field.dropped && DROPPED_FIELD.test(field.code)) {
      field.dropped = true;
      state.count('page-field');
    }
  }
  if (field !== undefined && state.groups.length < field.depth) state.fields.pop();
  const outer = groupOf(state).destination;
  if (inner.destination === 'note' && outer !== 'note') closeNote(state);
  if (inner.destination === 'box' && outer !== 'box') closeBox(state);
}

/** What stands in a box follows the paragraph that anchors it. */
function closeBox(state: RtfState): void {
  const last = state.paragraphs.pop();
  if (last === undefined) return;
  const lines = last.box ?? [];
  if (last.text.trim() !== '') lines.push({ text: last.text, paragraph: state.paragraph });
  paragraphOf(state).after.push(...lines);
}

/** Fields whose result is made by the page, not by the author. */
const DROPPED_FIELD = /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES|TOC|TC|XE|INDEX)\b/i;

function closeNote(state: RtfState): void {
  const note = state.paragraphs.pop();
  const name = `note ${state.references.length + 1}`;
  state.references.push({ note: name, paragraph: state.paragraph });
  state.notes.set(name, (note?.text ?? '').replace(/(?<!\s)\s*\n\s*/g, '').trim());
  state.count('note-mark');
}

function readSymbol(state: RtfState, name: string): void {
  if (name === '~') write(state, '\u00a0');
  else if (name === '_') write(state, '-');
  else if (name === '-') state.count('soft-hyphen');
  else if (name === '*') {
    // What only newer readers know is passed over, unless the next word is one this reader knows.
    if (groupOf(state).destination === 'body') groupOf(state).destination = 'skip';
  }
}

/** Groups whose text is no text of the document. */
const SKIPPED = new Set([
  'colortbl', 'stylesheet', 'info', 'pict', 'objdata', 'themedata', 'listtable',
  'listoverridetable', 'revtbl', 'rsidtbl', 'generator', 'xmlnstbl', 'filetbl', 'bkmkstart',
  'bkmkend', 'atnid', 'atnauthor', 'atntime', 'atnref', 'atndate', 'atnparent', 'atrfstart',
  'atrfend', 'datafield', 'nonshppict', 'nonesttables', 'sp', 'shprslt', 'ftnsep', 'ftnsepc',
  'ftncn', 'aftnsep', 'aftnsepc', 'aftncn', 'tc', 'xe', 'pntxtb', 'pntxta', 'colorschememapping',
  'latentstyles', 'datastore', 'fldtype', 'formfield', 'private', 'upr', 'background', 'passwordhash',
  'docvar', 'mmathPr', 'wgrffmtfilter', 'panose', 'falt', 'pgptbl', 'userprops', 'template',
]); // biome-ignore format: a list of words

/** Groups that are counted, not read. */
const COUNTED: ReadonlyMap<string, string> = new Map([
  ['header', 'page-header'],
  ['headerl', 'page-header'],
  ['headerr', 'page-header'],
  ['headerf', 'page-header'],
  ['footer', 'page-footer'],
  ['footerl', 'page-footer'],
  ['footerr', 'page-footer'],
  ['footerf', 'page-footer'],
  ['annotation', 'comment'],
]);

/** Groups that hold text of the document, also where `\*` stands before them. */
const KNOWN: ReadonlyMap<string, Destination> = new Map<string, Destination>([
  ['fonttbl', 'fonts'],
  ['listtext', 'number'],
  ['pntext', 'number'],
  ['fldinst', 'field-code'],
  ['fldrslt', 'body'],
  ['shpinst', 'body'],
  ['ud', 'body'],
  ['result', 'body'],
]);

/** Whether the text of the group is lost to the body from here on. */
function dropsText(name: string): boolean {
  const known = KNOWN.get(name);
  return SKIPPED.has(name) || COUNTED.has(name) || known === 'fonts' || known === 'field-code';
}

/**
 * A word that says where the text of a group goes stands first in it. Elsewhere it is damage, and
 * where text stands before it or no group is open it is not believed: the rest would be lost.
 */
function isBelieved(state: RtfState, { name, leads, at }: RtfWord): boolean {
  if (leads || !dropsText(name)) return true;
  state.damaged(at);
  return state.groups.length > OUTERMOST && !groupOf(state).written;
}

/** Groups that are open in the text of a file itself: that of the file, and what is around it. */
const OUTERMOST = 2;

/** Destinations that are looked into: what an outer group passes over stays passed over. */
function enter(state: RtfState, name: string): boolean {
  const group = groupOf(state);
  const outer = state.groups.at(-2);
  const closed = outer?.destination === 'skip' && name !== 'ud';
  if (SKIPPED.has(name)) group.destination = 'skip';
  else if (COUNTED.has(name)) {
    if (!closed) state.count(COUNTED.get(name) ?? name);
    group.destination = 'skip';
  } else if (name === 'footnote' && !closed) {
    group.destination = 'note';
    state.paragraphs.push(emptyParagraph());
  } else if (name === 'shptxt' && !closed) {
    state.count('text-box');
    group.destination = 'box';
    state.paragraphs.push(emptyParagraph([]));
  } else if (KNOWN.has(name)) {
    if (closed) return true;
    const known = KNOWN.get(name) ?? 'body';
    const inside = outer?.destination === 'note' || outer?.destination === 'box';
    group.destination = known === 'body' && inside ? outer.destination : known;
  } else return false;
  return true;
}

function readWord(state: RtfState, word: RtfWord): void {
  const { name, value } = word;
  if (!isBelieved(state, word) || enter(state, name)) return;
  const { destination } = groupOf(state);
  if (destination === 'fonts') readFont(state, name, value);
  else if (name === 'ansicpg' && value !== undefined) state.page = value;
  else if (name === 'mac') state.page = 10000;
  else if (name === 'uc') groupOf(state).substitutes = Math.max(0, value ?? 1);
  else if (name === 'u') readUnicode(state, value ?? 0);
  else if (name === 'f') groupOf(state).font = value;
  else if (destination === 'skip') return;
  else if (CHARACTERS[name] !== undefined) write(state, CHARACTERS[name]);
  else WORDS[name]?.(state, value);
}

function readFont(state: RtfState, name: string, value: number | undefined): void {
  if (name === 'f') groupOf(state).font = value;
  const { font } = groupOf(state);
  if (font === undefined || value === undefined) return;
  if (name === 'fcharset') state.fonts.set(font, pageOfCharset(value));
  else if (name === 'cpg') state.fonts.set(font, value);
}

function readUnicode(state: RtfState, value: number): void {
  write(state, String.fromCharCode(value & 0xffff));
  state.passing = groupOf(state).substitutes;
}

const CHARACTERS: Readonly<Record<string, string>> = {
  tab: '\t',
  line: '\n',
  lbr: '\n',
  emdash: '—',
  endash: '–',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  emspace: '\u2003',
  enspace: '\u2002',
  qmspace: '\u2005',
};

/** More columns than any row of a file has. */
const MOST_COLUMNS = 1000;

const on = (value: number | undefined): boolean => value !== 0;

function endParagraph(state: RtfState): void {
  closeParagraph(state);
}

const WORDS: Readonly<Record<string, (state: RtfState, value: number | undefined) => void>> = {
  par: endParagraph,
  sect: endParagraph,
  page: endParagraph,
  column: endParagraph,
  cell: (state) => closeCell(state, false),
  nestcell: (state) => closeCell(state, true),
  row: (state) => closeRow(state, false),
  nestrow: (state) => closeRow(state, true),
  trowd: (state) => {
    state.columns = [];
    state.merged = UNMERGED;
  },
  clmrg: (state) => {
    state.merged = { ...state.merged, joins: true };
  },
  clvmrg: (state) => {
    state.merged = { ...state.merged, continues: true };
  },
  cellx: (state, value) => {
    if (state.columns.length < MOST_COLUMNS)
      state.columns.push({ edge: value ?? state.columns.length, ...state.merged });
    state.merged = UNMERGED;
  },
  pard: (state) => {
    // Of the number's own group, not of the paragraph.
    if (groupOf(state).destination === 'number') return;
    const paragraph = paragraphOf(state);
    paragraph.outline = undefined;
    paragraph.table = 0;
    paragraph.list = false;
  },
  intbl: (state) => {
    const paragraph = paragraphOf(state);
    paragraph.table = Math.max(1, paragraph.table);
  },
  itap: (state, value) => {
    paragraphOf(state).table = Math.max(0, Math.min(value ?? 1, DEEPEST));
  },
  ls: (state, value) => {
    paragraphOf(state).list = (value ?? 0) > 0;
  },
  outlinelevel: (state, value) => {
    const level = value ?? 9;
    paragraphOf(state).outline = level >= 0 && level <= 8 ? level + 1 : undefined;
  },
  plain: (state) => {
    const group = groupOf(state);
    Object.assign(group, { font: undefined, hidden: false, deleted: false, inserted: false });
  },
  v: (state, value) => {
    groupOf(state).hidden = on(value);
  },
  deleted: (state, value) => {
    groupOf(state).deleted = on(value);
    if (on(value)) state.count('deleted-revision');
  },
  revised: (state, value) => {
    groupOf(state).inserted = on(value);
    if (on(value)) state.count('inserted-revision');
  },
  field: (state) => {
    state.fields.push({ depth: state.groups.length, code: '', dropped: false });
  },
};
