import { Parser } from 'htmlparser2';
import { UserError } from '../../text/index.js';
import {
  BLOCK_TAGS,
  CONTAINER_TAGS,
  type HtmlBlock,
  type HtmlNode,
  type HtmlPage,
  isArticle,
  isFurniture,
  isHidden,
} from './page.js';
import { closeTable, type OpenTable, openTable } from './tables.js';

/** Real pages nest a few dozen deep, sloppy ones (a `<font>` never closed) some hundred. Deeper costs the parser quadratic time. */
const DEEPEST = 10_000;

/** Elements that take no end tag, and so are never open. */
const VOID_TAGS = new Set(
  'area base br col embed hr img input link meta source track wbr'.split(' '),
);

interface OpenElement {
  readonly tag: string;
  readonly node: number;
  /** Number of the next item, for `<ol>`. */
  next?: number;
}

/** What is open at one point of the page. Changed in place by the functions below, seen by nobody else. */
interface PageState {
  readonly nodes: HtmlNode[];
  /** Where finished blocks go: the page, or the innermost table cell. */
  readonly sinks: HtmlBlock[][];
  readonly tables: OpenTable[];
  readonly open: OpenElement[];
  /** Text of the open line, in pieces. */
  line: string;
  linked: number;
  links: number;
  hiddenDepth: number;
  hidden: number;
  pre: number;
  heading: number | undefined;
  item: string | undefined;
  title: string;
  articleTitle: string;
}

/**
 * Read a page from its event stream: no tree, no recursion.
 *
 * Errors: `UserError` for nesting without end. Cost: linear.
 */
export function readPage(html: string, path: string): HtmlPage {
  const state: PageState = {
    nodes: [{ parent: 0, container: true, article: false, furniture: 0 }],
    sinks: [[]],
    tables: [],
    open: [{ tag: '', node: 0 }],
    line: '',
    linked: 0,
    links: 0,
    hiddenDepth: 0,
    hidden: 0,
    pre: 0,
    heading: undefined,
    item: undefined,
    title: '',
    articleTitle: '',
  };
  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        if (state.open.length > DEEPEST)
          throw new UserError('ingest/too-deep', { path, limit: DEEPEST });
        openElement(state, tag, attributes);
      },
      ontext: (text) => addText(state, text),
      onclosetag: (tag) => closeElement(state, tag),
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.end(html);
  endLine(state);
  const { nodes, title, articleTitle, hidden } = state;
  return { nodes, blocks: state.sinks[0]!, title: title.trim(), articleTitle, hidden };
}

function openElement(
  state: PageState,
  tag: string,
  attributes: Readonly<Record<string, string>>,
): void {
  if (tag === 'meta' && /^articletitle$/i.test(attributes.name ?? '')) {
    state.articleTitle = (attributes.content ?? '').trim();
  }
  if (BLOCK_TAGS.has(tag) || tag === 'br') endLine(state);
  if (VOID_TAGS.has(tag)) return;
  const parent = state.open.at(-1)!.node;
  state.open.push({
    tag,
    node: BLOCK_TAGS.has(tag) ? addNode(state, parent, tag, attributes) : parent,
  });
  if (state.hiddenDepth > 0 || isHidden(tag, attributes)) {
    state.hiddenDepth += 1;
    return;
  }
  switch (tag) {
    case 'a':
      state.links += 1;
      return;
    case 'pre':
      state.pre += 1;
      return;
    case 'ol':
      state.open.at(-1)!.next = Number.parseInt(attributes.start ?? '1', 10) || 1;
      return;
    case 'li':
      state.item = itemMark(state, attributes.value);
      return;
    case 'table':
      state.tables.push(openTable(state.open.at(-1)!.node));
      return;
    case 'tr':
      state.tables.at(-1)?.rows.push([]);
      return;
    case 'td':
    case 'th':
      openCell(state);
      return;
    default:
      if (/^h[1-6]$/.test(tag)) state.heading = Number(tag[1]);
  }
}

function addNode(
  state: PageState,
  parent: number,
  tag: string,
  attributes: Readonly<Record<string, string>>,
): number {
  const article = isArticle(tag, attributes);
  const furniture =
    state.nodes[parent]!.furniture + (!article && isFurniture(tag, attributes) ? 1 : 0);
  state.nodes.push({ parent, container: CONTAINER_TAGS.has(tag), article, furniture });
  return state.nodes.length - 1;
}

/** `<ol>` prints numbers, `<ul>` signs, which are no text. */
function itemMark(state: PageState, value: string | undefined): string {
  const list = state.open.findLast(({ tag }) => tag === 'ol' || tag === 'ul');
  if (list?.next === undefined) return '';
  const number = Number.parseInt(value ?? '', 10) || list.next;
  list.next = number + 1;
  return `${number}.`;
}

function openCell(state: PageState): void {
  const table = state.tables.at(-1);
  if (table === undefined) {
    // A cell outside of any table is a plain block.
    state.sinks.push(state.sinks.at(-1)!);
    return;
  }
  const sink: HtmlBlock[] = [];
  if (table.rows.length === 0) table.rows.push([]);
  table.rows.at(-1)!.push(sink);
  state.sinks.push(sink);
}

function closeElement(state: PageState, tag: string): void {
  if (VOID_TAGS.has(tag)) return;
  if (BLOCK_TAGS.has(tag)) endLine(state);
  state.open.pop();
  if (state.hiddenDepth > 0) {
    state.hiddenDepth -= 1;
    return;
  }
  if (tag === 'a') state.links -= 1;
  else if (tag === 'pre') state.pre -= 1;
  else if (tag === 'li') state.item = undefined;
  else if (tag === 'td' || tag === 'th') {
    if (state.sinks.length > 1) state.sinks.pop();
  } else if (tag === 'table') {
    const table = state.tables.pop();
    if (table === undefined) return;
    for (const outer of state.tables.slice(-1)) outer.nested = true;
    state.sinks.at(-1)!.push(...closeTable(table));
  } else if (/^h[1-6]$/.test(tag)) state.heading = undefined;
}

function addText(state: PageState, text: string): void {
  const tag = state.open.at(-1)!.tag;
  if (state.hiddenDepth > 0) {
    if (!/^(?:script|style)$/.test(tag)) state.hidden += text.trim().length;
    return;
  }
  if (tag === 'title') {
    state.title += text;
    return;
  }
  const pieces = state.pre > 0 ? text.split(/\r?\n/) : [text];
  for (const [i, piece] of pieces.entries()) {
    if (i > 0) endLine(state);
    state.line += piece;
    if (state.links > 0) state.linked += piece.trim().length;
  }
}

/** Blanks of the source are one blank; no-break and ideographic blanks inside a line are the author's. */
function endLine(state: PageState): void {
  const text = state.line.replace(/[ \t\r\n\f]+/g, ' ').trim();
  const { linked, heading, item } = state;
  state.line = '';
  state.linked = 0;
  if (text === '') return;
  state.item = undefined;
  const role = item !== undefined ? ({ role: 'list-item' } as const) : {};
  state.sinks.at(-1)!.push({
    text: `${item ?? ''}${text}`,
    node: state.open.at(-1)!.node,
    linked,
    ...(heading !== undefined && { outline: heading }),
    ...role,
  });
}
