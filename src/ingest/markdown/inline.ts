import type { Nodes, PhrasingContent } from 'mdast';
import type { ResolvedText } from '../../model/index.js';
import { copied, type ResolvedBuilder, resolvedBuilder, sliceResolved } from '../../text/index.js';
import { withoutAttributes } from './attributes.js';
import { withoutMath } from './math.js';
import type { Leaf } from './read-tree.js';

/** What the readers of one file share. */
export interface MarkdownContext {
  /** For messages only. */
  readonly path: string;
  readonly trackChanges: 'accept' | 'reject';
  readonly file: string;
  readonly leaves: readonly Leaf[];
  readonly count: (kind: string, by?: number) => void;
}

interface InlineOptions {
  /** A heading or a cell: stated line breaks do not end its line. */
  readonly flat?: boolean;
  readonly cell?: boolean;
}

interface InlineState {
  readonly context: MarkdownContext;
  readonly options: InlineOptions;
  readonly lines: ResolvedText[];
  line: ResolvedBuilder;
  /** The last character of the open line; none at its start. */
  last: string;
  /** A line break of the file, until the text after it shows what it means. */
  wrapped: boolean;
}

/**
 * Running text without its marks, each of them counted; more than one line where breaks are stated.
 *
 * Pictures go with their alternative text, as those of web pages do. Cost: linear in the text.
 */
export function readInline(
  context: MarkdownContext,
  nodes: readonly PhrasingContent[],
  options: InlineOptions = {},
): ResolvedText[] {
  const state: InlineState = {
    context,
    options,
    lines: [],
    line: resolvedBuilder(),
    last: '',
    wrapped: false,
  };
  for (const node of nodes) readNode(state, node);
  endLine(state);
  return state.lines;
}

function readNode(state: InlineState, node: PhrasingContent): void {
  const { count } = state.context;
  switch (node.type) {
    case 'text':
      readLeaves(state, node);
      return;
    case 'inlineCode':
      count('code');
      readLeaves(state, node);
      return;
    case 'emphasis':
    case 'strong':
    case 'delete':
      count('emphasis');
      for (const child of node.children) readNode(state, child);
      return;
    case 'link':
    case 'linkReference':
      count('link');
      for (const child of node.children) readNode(state, child);
      return;
    case 'image':
    case 'imageReference':
      count('image');
      if (node.alt) count('alt-text', node.alt.length);
      return;
    case 'break':
      breakLine(state);
      return;
    case 'footnoteReference':
      count('footnote-mark');
      return;
    case 'html':
      count(node.value.startsWith('<!--') ? 'comment' : 'tag');
      if (/^<br[\s/>]/i.test(node.value)) breakLine(state);
      return;
    default:
      node satisfies never;
  }
}

function readLeaves(state: InlineState, node: Nodes): void {
  for (const leaf of leavesIn(state.context.leaves, node)) {
    if (leaf.kind === 'line-ending') state.wrapped = true;
    else if (leaf.kind === 'escape') {
      state.context.count('escape');
      append(state, leaf.text, leaf.start, leaf.end);
    } else if (state.options.cell && leaf.kind === 'code') appendCellCode(state, leaf);
    else append(state, leaf.text, leaf.start, leaf.end);
  }
}

/** In a cell even code escapes `|`. */
function appendCellCode(state: InlineState, { text, start }: Leaf): void {
  for (const { 0: piece, index } of text.matchAll(/\\(?=\|)|[^\\]+|\\/g)) {
    const from = start + index;
    if (piece === '\\' && text[index + 1] === '|') continue;
    append(state, piece, from, from + piece.length);
  }
}

/** A line that begins like an item, a row or with a printed indent is a line of its own, whatever Markdown makes of it. */
const OWN_LINE = /^(?:\d{1,9}[.)][ \t]|\u3000|\|)/;

/** Chinese text needs no blank where two lines are joined, Latin words do. */
function append(state: InlineState, text: string, from: number, to: number): void {
  const { wrapped, last } = state;
  state.wrapped = false;
  if (!wrapped || last === '') {
    put(state, text, from, to);
    return;
  }
  if (!state.options.flat && OWN_LINE.test(text)) {
    endLine(state);
    put(state, text, from, to);
    return;
  }
  const rest = text.trimStart();
  if (/[\x21-\x7e]/.test(last) && /^[\x21-\x7e]/.test(rest)) state.line.insert(' ');
  const cut = to - from === text.length ? text.length - rest.length : 0;
  put(state, rest, from + cut, to);
}

function put(state: InlineState, text: string, from: number, to: number): void {
  if (text === '') return;
  state.line.append(state.options.cell ? text.replaceAll('\t', ' ') : text, from, to);
  state.last = text.at(-1) ?? '';
}

function breakLine(state: InlineState): void {
  if (state.options.flat) state.wrapped = true;
  else endLine(state);
}

function endLine(state: InlineState): void {
  const { count } = state.context;
  const plain = withoutAttributes(state.line.build(), () => count('attributes'));
  const line = withoutMath(plain, () => count('math'));
  if (line.text !== '') state.lines.push(sliceResolved(line, 0, line.text.trimEnd().length));
  state.line = resolvedBuilder();
  state.last = '';
  state.wrapped = false;
}

/** Leaves that stand inside a node; a blank after a task's box is outside. Cost: a search, then those found. */
export function leavesIn(leaves: readonly Leaf[], node: Nodes): readonly Leaf[] {
  const [start, end] = rangeOf(node);
  const at = firstFrom(leaves, start);
  const inside = leaves.slice(at, firstFrom(leaves, end));
  const cut = leaves[at - 1];
  if (cut === undefined || cut.end <= start || cut.kind !== 'text') return inside;
  return [{ ...cut, start, text: cut.text.slice(start - cut.start) }, ...inside];
}

function firstFrom(leaves: readonly Leaf[], offset: number): number {
  let [low, high] = [0, leaves.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((leaves[middle]?.start ?? offset) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where a node stands in the file. Every node of `readTree` has a place. */
export function rangeOf({ type, position }: Nodes): [start: number, end: number] {
  const [start, end] = [position?.start.offset, position?.end.offset];
  if (start === undefined || end === undefined) throw new Error(`${type} has no place`);
  return [start, end];
}

/** `[start, end)` of the file as it stands. */
export function asItStands(file: string, start: number, end: number): ResolvedText {
  return copied(file.slice(start, end), start);
}
