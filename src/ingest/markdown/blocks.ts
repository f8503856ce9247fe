import type { Code, Definition, List, RootContent, Table } from 'mdast';
import type { LineRole, ResolvedText } from '../../model/index.js';
import { EMPTY_RESOLVED, itemAt, resolvedBuilder } from '../../text/index.js';
import type { ResolvedLine } from '../write-lines.js';
import { readHtmlBlock } from './html-block.js';
import { asItStands, leavesIn, type MarkdownContext, rangeOf, readInline } from './inline.js';

interface BlockState {
  readonly context: MarkdownContext;
  readonly lines: ResolvedLine[];
  /** What the next line begins with and is: the number of an item, a note. */
  opening: Opening | undefined;
  /** Up to where the file is read: blank lines after it are kept. */
  at: number;
}

interface Opening {
  readonly mark: ResolvedText;
  readonly role: LineRole;
}

/**
 * Blocks as lines: paragraphs, headings, items, rows, in the order of the file.
 *
 * Printed numbers (`1.`) are text and stay; blank lines stay. `from`: the end of the head.
 * Cost: linear in the file.
 */
export function readBlocks(
  context: MarkdownContext,
  blocks: readonly RootContent[],
  from: number,
): ResolvedLine[] {
  const state: BlockState = { context, lines: [], opening: undefined, at: from };
  for (const block of blocks) readBlock(state, block);
  return state.lines;
}

function readBlock(state: BlockState, block: RootContent): void {
  const { context } = state;
  switch (block.type) {
    case 'paragraph':
      for (const line of readInline(context, block.children)) push(state, line);
      return;
    case 'heading':
      context.count('heading');
      for (const line of readInline(context, block.children, { flat: true }))
        push(state, { ...line, outline: block.depth });
      return;
    case 'thematicBreak':
      context.count('rule');
      return;
    case 'blockquote':
      context.count('quote');
      for (const child of block.children) readBlock(state, child);
      return;
    case 'list':
      readList(state, block);
      return;
    case 'table':
      readTable(state, block);
      return;
    case 'code':
      readCode(state, block);
      return;
    case 'html':
      for (const line of readHtmlBlock(context, block)) push(state, line);
      return;
    case 'footnoteDefinition':
      context.count('footnote');
      readOpened(state, { mark: EMPTY_RESOLVED, role: 'footnote' }, block.children);
      return;
    case 'definition':
      readDefinition(state, block);
      return;
    default:
      // Items, rows, cells and running text stand inside the blocks above; YAML heads are cut off before.
      throw new Error(`${block.type} is no block`);
  }
}

function readList(state: BlockState, list: List): void {
  const { file, count } = state.context;
  for (const item of list.children) {
    const [start] = rangeOf(item);
    const [number] = /^\d{1,9}[.)]/.exec(file.slice(start, start + 10)) ?? [];
    if (number === undefined) count('bullet');
    if (typeof item.checked === 'boolean') count('task-mark');
    const mark =
      number === undefined ? EMPTY_RESOLVED : asItStands(file, start, start + number.length);
    const first = state.lines.length;
    readOpened(state, { mark, role: 'list-item' }, item.children);
    if (number !== undefined) keepInItem(state.lines, first);
  }
}

/** The paragraphs of a numbered item are of it, not only its first line. */
function keepInItem(lines: ResolvedLine[], first: number): void {
  for (let i = first; i < lines.length; i += 1) {
    const line = itemAt(lines, i);
    const plain = line.text !== '' && line.role === undefined && line.outline === undefined;
    if (plain) lines[i] = { ...line, role: 'list-item' };
  }
}

/** Blocks whose first line has a mark in front; a mark without a line stands for itself. */
function readOpened(state: BlockState, opening: Opening, blocks: readonly RootContent[]): void {
  const outer = state.opening;
  const own = insideOf(outer, opening);
  state.opening = own;
  for (const block of blocks) readBlock(state, block);
  if (state.opening !== own) return;
  if (own.mark.text === '') state.opening = outer;
  else push(state, EMPTY_RESOLVED);
}

/** `1. - 甲`: the number of an item stays with its first line, even inside items that print none. */
function insideOf(outer: Opening | undefined, { mark, role }: Opening): Opening {
  if (outer === undefined || outer.mark.text === '') return { mark, role };
  return { mark: mark.text === '' ? outer.mark : parted(outer.mark, mark), role };
}

function parted(first: ResolvedText, second: ResolvedText): ResolvedText {
  const builder = resolvedBuilder();
  builder.add(first);
  if (second.text !== '') builder.insert(' ');
  builder.add(second);
  return builder.build();
}

function readTable(state: BlockState, table: Table): void {
  state.context.count('table-rule');
  for (const row of table.children) {
    const builder = resolvedBuilder();
    for (const [i, cell] of row.children.entries()) {
      if (i > 0) builder.insert('\t');
      for (const line of readInline(state.context, cell.children, { flat: true, cell: true }))
        builder.add(line);
    }
    push(state, { ...builder.build(), role: 'table-row' }, rangeOf(row)[0]);
  }
}

/** Lines of code as they are, blank ones too. */
function readCode(state: BlockState, code: Code): void {
  state.context.count('fence');
  if (code.lang) state.context.count('fence-word');
  const leaves = leavesIn(state.context.leaves, code).filter(({ kind }) => kind === 'code');
  for (const { start, end } of leaves) push(state, asItStands(state.context.file, start, end));
}

/** Han characters without anything of an address: `[附件]: 节水方案`, which Markdown takes for a link's target. */
function isText({ url }: Definition): boolean {
  return /\p{Script=Han}/u.test(url) && !/[/#?.:]/.test(url);
}

function readDefinition(state: BlockState, definition: Definition): void {
  if (isText(definition)) {
    const { file } = state.context;
    const [start, end] = rangeOf(definition);
    push(state, asItStands(file, start, end));
  } else {
    state.context.count('link-definition');
    if (definition.title) state.context.count('link-title', definition.title.length);
  }
}

function push(state: BlockState, line: ResolvedLine, start = line.origins[0]): void {
  const { opening } = state;
  state.opening = undefined;
  const opened = opening === undefined ? line : withOpening(opening, line);
  const from = opening?.mark.origins[0] ?? start ?? state.at;
  for (let i = blankLines(state, from); i > 0; i -= 1) state.lines.push(EMPTY_RESOLVED);
  state.lines.push(opened);
  state.at = Math.max(from, opened.ends.at(-1) ?? from);
}

function withOpening({ mark, role }: Opening, line: ResolvedLine): ResolvedLine {
  const kind = line.outline === undefined && line.role === undefined ? { role } : {};
  if (mark.text === '') return { ...line, ...kind };
  const { outline, role: own } = line;
  return {
    ...parted(mark, line),
    ...(outline !== undefined && { outline }),
    ...(own !== undefined && { role: own }),
    ...kind,
  };
}

/** Blank lines of the file between what is read and `from`; signs of quotes are no text. */
function blankLines({ context: { file }, at }: BlockState, from: number): number {
  const between = file.slice(at, from).split(/\r\n|\n|\r/);
  const isWhole = at === 0 || /[\r\n]/.test(file[at - 1] ?? '');
  return between.slice(isWhole ? 0 : 1, -1).filter((line) => /^[ \t>]*$/.test(line)).length;
}
