import { Parser } from 'htmlparser2';
import type { ResolvedText } from '../../model/index.js';
import {
  copied,
  EMPTY_RESOLVED,
  type ResolvedBuilder,
  resolvedBuilder,
  trimResolved,
  UserError,
} from '../../text/index.js';
import {
  type Attributes,
  BLOCK_TAGS,
  CONTAINER_TAGS,
  DEEPEST,
  type HtmlBlock,
  type HtmlNode,
  type HtmlPage,
  isArticle,
  isFurniture,
  isHidden,
  type PageContext,
  VOID_TAGS,
} from './page.js';
import { squeezed, withMark } from './squeeze.js';
import { watchSwallowed } from './swallowed.js';
import { closeTable, type OpenTable, openCell, openTable } from './tables.js';

interface OpenElement {
  readonly tag: string;
  readonly node: number;
  /** An item of `<ol>`. */
  numbered?: boolean;
  /** Number of the next item, for `<ol>`. */
  next?: number;
}

/** What is open at one point of the page. Changed in place by the functions below, seen by nobody else. */
interface PageState {
  readonly html: string;
  readonly nodes: HtmlNode[];
  /** Where finished blocks go: the page, or the innermost table cell. */
  readonly sinks: HtmlBlock[][];
  readonly tables: OpenTable[];
  readonly open: OpenElement[];
  /** Text of the open line. */
  line: ResolvedBuilder;
  /** Where the tag or text that is read stands in the page. */
  from: number;
  to: number;
  linked: number;
  links: number;
  hiddenDepth: number;
  hidden: number;
  readonly revisions: { inserted: number; deleted: number };
  readonly trackChanges: 'accept' | 'reject';
  pre: number;
  heading: number | undefined;
  /** A line break inside a heading, until the text after it shows what it means. */
  broken: boolean;
  /** The mark of the open item, until a line takes it; empty where its list prints none. */
  item: ResolvedText | undefined;
  readonly title: ResolvedBuilder;
  articleTitle: ResolvedText;
  socialTitle: ResolvedText;
}

/**
 * Read a page from its event stream: no tree, no recursion.
 *
 * Errors: `UserError` for nesting without end and for more than the budget. Cost: linear.
 */
export function readPage(
  html: string,
  { path, trackChanges, damage, meter }: PageContext,
): HtmlPage {
  const blocks: HtmlBlock[] = [];
  const state = pageState(html, blocks, trackChanges);
  const watch = watchSwallowed(html, damage);
  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        if (state.open.length > DEEPEST)
          throw new UserError('ingest/too-deep', { path, limit: DEEPEST });
        state.from = parser.startIndex;
        state.to = parser.endIndex + 1;
        watch.opened(tag, state.from, state.to, attributes);
        openElement(state, tag, attributes);
      },
      ontext(text) {
        state.to = parser.endIndex + 1;
        watch.passed(state.to);
        // What a reference stands for is shorter than it; the rest is as the page has it.
        const from = state.to - text.length;
        state.from = html.startsWith(text, from) ? from : parser.startIndex;
        if (state.hiddenDepth === 0) meter?.spend('characters', text.length);
        meter?.reach('units', blocks.length);
        addText(state, text);
      },
      onclosetag(tag, implied) {
        if (!implied) watch.closed(tag, parser.endIndex + 1);
        closeElement(state, tag);
      },
      oncomment: () => watch.comment(parser.startIndex, parser.endIndex + 1),
      onprocessinginstruction: () => watch.passed(parser.endIndex + 1),
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.end(html);
  watch.end();
  endLine(state);
  const { nodes, articleTitle, socialTitle, hidden, revisions } = state;
  const title = trimResolved(state.title.build());
  return { nodes, blocks, title, articleTitle, socialTitle, hidden, revisions };
}

function pageState(
  html: string,
  blocks: HtmlBlock[],
  trackChanges: 'accept' | 'reject',
): PageState {
  return {
    html,
    nodes: [{ parent: 0, container: true, article: false, furniture: 0 }],
    sinks: [blocks],
    tables: [],
    open: [{ tag: '', node: 0 }],
    line: resolvedBuilder(),
    from: 0,
    to: 0,
    linked: 0,
    links: 0,
    hiddenDepth: 0,
    hidden: 0,
    revisions: { inserted: 0, deleted: 0 },
    trackChanges,
    pre: 0,
    heading: undefined,
    broken: false,
    item: undefined,
    title: resolvedBuilder(),
    articleTitle: EMPTY_RESOLVED,
    socialTitle: EMPTY_RESOLVED,
  };
}

function openElement(state: PageState, tag: string, attributes: Attributes): void {
  if (tag === 'meta') readMeta(state, attributes);
  if (tag === 'br' && state.heading !== undefined) state.broken = true;
  else if (BLOCK_TAGS.has(tag) || tag === 'br') endLine(state);
  if (VOID_TAGS.has(tag)) return;
  const parent = innermost(state).node;
  const node = BLOCK_TAGS.has(tag) ? addNode(state, parent, tag, attributes) : parent;
  const element: OpenElement = { tag, node };
  state.open.push(element);
  if (state.hiddenDepth > 0 || isHidden(tag, attributes) || isTakenOut(state, tag, attributes)) {
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
      element.next = Number.parseInt(attributes.start ?? '1', 10) || 1;
      return;
    case 'li':
      state.item = itemMark(state, attributes.value);
      element.numbered = state.item.text !== '';
      return;
    case 'table':
      state.tables.push(openTable(node));
      return;
    case 'tr':
      state.tables.at(-1)?.rows.push([]);
      return;
    case 'td':
    case 'th':
      addCell(state, attributes);
      return;
    default:
      if (/^h[1-6]$/.test(tag)) state.heading = Number(tag[1]);
  }
}

const REVISIONS: ReadonlyMap<string, 'inserted' | 'deleted'> = new Map([
  ['ins', 'inserted'],
  ['del', 'deleted'],
  ['s', 'deleted'],
  ['strike', 'deleted'],
]);

/** Struck text goes, unless changes are rejected: then what was put in goes. Both are counted. */
function isTakenOut(
  { revisions, trackChanges }: PageState,
  tag: string,
  attributes: Attributes,
): boolean {
  const kind = isStruck(attributes) ? 'deleted' : REVISIONS.get(tag);
  if (kind === undefined) return false;
  revisions[kind] += 1;
  return kind === (trackChanges === 'accept' ? 'deleted' : 'inserted');
}

/** Struck out by its style, as pages made by a word processor are. */
function isStruck({ style }: Attributes): boolean {
  return style !== undefined && /text-decoration(?:-line)?\s*:[^;:]*line-through/i.test(style);
}

/** The page itself is always open. */
function innermost({ open }: PageState): OpenElement {
  return open.at(-1) ?? { tag: '', node: 0 };
}

function sinkOf({ sinks }: PageState): HtmlBlock[] {
  const sink = sinks.at(-1);
  if (sink === undefined) throw new Error('the sink of the page was taken away');
  return sink;
}

function readMeta(state: PageState, { name, property, content }: Attributes): void {
  const stated = name ?? property ?? '';
  const text = (content ?? '').trim();
  if (text === '') return;
  if (/^(?:article-?title|contenttitle)$/i.test(stated)) {
    state.articleTitle = attributeText(state, text);
  } else if (/^(?:og:title|twitter:title|dc\.title)$/i.test(stated)) {
    state.socialTitle = attributeText(state, text);
  }
}

/** What an attribute of the tag that is read holds; one written with references stands for its whole tag. */
function attributeText({ html, from, to }: PageState, value: string): ResolvedText {
  const at = html.slice(from, to).indexOf(value);
  if (at >= 0) return copied(value, from + at);
  const builder = resolvedBuilder();
  builder.append(value, from, to);
  return builder.build();
}

function addNode(state: PageState, parent: number, tag: string, attributes: Attributes): number {
  const article = isArticle(tag, attributes);
  const furniture =
    (state.nodes[parent]?.furniture ?? 0) + (!article && isFurniture(tag, attributes) ? 1 : 0);
  state.nodes.push({ parent, container: CONTAINER_TAGS.has(tag), article, furniture });
  return state.nodes.length - 1;
}

/** `<ol>` prints numbers, `<ul>` signs, which are no text. */
function itemMark(state: PageState, value: string | undefined): ResolvedText {
  const list = state.open.findLast(({ tag }) => tag === 'ol' || tag === 'ul');
  if (list?.next === undefined) return EMPTY_RESOLVED;
  const number = Number.parseInt(value ?? '', 10) || list.next;
  list.next = number + 1;
  const builder = resolvedBuilder();
  builder.append(`${number}.`, state.from, state.to);
  return builder.build();
}

function addCell(state: PageState, { rowspan, colspan }: Attributes): void {
  const table = state.tables.at(-1);
  if (table === undefined) {
    // A cell outside of any table is a plain block.
    state.sinks.push(sinkOf(state));
    return;
  }
  const cell = openCell(rowspan, colspan);
  const row = table.rows.at(-1);
  if (row === undefined) table.rows.push([cell]);
  else row.push(cell);
  state.sinks.push(cell.lines);
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
    sinkOf(state).push(...closeTable(table));
  } else if (/^h[1-6]$/.test(tag)) state.heading = undefined;
}

function addText(state: PageState, text: string): void {
  const { tag } = innermost(state);
  if (state.hiddenDepth > 0) {
    if (!/^(?:script|style)$/.test(tag)) state.hidden += text.trim().length;
    return;
  }
  if (tag === 'title') {
    state.title.append(text, state.from, state.to);
    return;
  }
  if (state.pre === 0) {
    appendText(state, text, state.from, state.to);
    return;
  }
  const isCopy = state.to - state.from === text.length;
  for (const { 0: piece, index } of text.matchAll(/\r?\n|(?:[^\r\n]|\r(?!\n))+/g)) {
    if (/^\r?\n$/.test(piece)) endLine(state);
    else if (isCopy)
      appendText(state, piece, state.from + index, state.from + index + piece.length);
    else appendText(state, piece, state.from, state.to);
  }
}

/** A heading's next line that is a line of its own: a note in brackets, a subtitle behind a dash. */
const OWN_LINE = /^\s*[（(〔—]/;

function appendText(state: PageState, text: string, from: number, to: number): void {
  if (state.broken && text.trim() !== '') {
    state.broken = false;
    if (OWN_LINE.test(text)) endLine(state);
    else if (/^\s*[!-~]/.test(text)) state.line.insert(' ');
  }
  state.line.append(text, from, to);
  if (state.links > 0) state.linked += text.trim().length;
}

/** Blanks of the source are one blank; no-break and ideographic blanks inside a line are the author's. */
function endLine(state: PageState): void {
  if (state.line.length() === 0) return;
  const content = squeezed(state.line.build());
  const { linked, heading, item } = state;
  state.line = resolvedBuilder();
  state.linked = 0;
  if (content.text === '') return;
  state.item = undefined;
  const listed = item !== undefined || state.open.some(({ numbered }) => numbered);
  sinkOf(state).push({
    ...(item === undefined ? content : withMark(item, content)),
    ...{ node: innermost(state).node, linked },
    ...(heading !== undefined && { outline: heading }),
    ...(listed && { role: 'list-item' }),
  });
}
