import type { Diagnostic, LineHint, LineRole, SourcePlace } from '../../model/index.js';
import { UserError } from '../../text/index.js';
import type { ImportContext, Imported } from '../importer.js';
import { blockEdges, type Edges, usualPitch, usualSize } from './block.js';
import { type PageText, readPageText } from './fragments.js';
import { type PrintedLine, readLines } from './lines.js';
import { asUserError, type OpenPdf, openPdf } from './pdfjs.js';
import { findRoles, type Page, type Roles } from './roles.js';

/**
 * The printed lines of a PDF as text, one line each, with pages, edges and roles.
 *
 * Errors: `UserError` for passwords, damage, scans and text without meaning.
 * Cost: pdfjs, page by page; what is kept of a page is its lines.
 */
export async function importPdf(bytes: Uint8Array, context: ImportContext): Promise<Imported> {
  const pdf = await openPdf(bytes, context);
  try {
    const { pages, counts } = await readPages(pdf, context);
    rejectWithoutMeaning(pages, context.path);
    const body = usualSize(pages);
    const text = writeText(pages, findRoles(pages, body), body);
    return {
      encoding: 'binary',
      layout: 'wrapped',
      counts,
      ...text,
      diagnostics: remarks(pages, counts),
    };
  } finally {
    await pdf.close();
  }
}

async function readPages(pdf: OpenPdf, context: ImportContext) {
  const pages: Page[] = [];
  const counts: Record<string, number> = {};
  const { meter, path } = context;
  meter.reach('pages', pdf.document.numPages);
  for (let number = 1; number <= pdf.document.numPages; number += 1) {
    const content = await readPage(pdf, number, path);
    for (const { text } of content.fragments) meter.spend('characters', text.length);
    count(counts, 'turned-text', content.turned);
    count(counts, 'doubled-text', content.doubled);
    const { width, height } = content;
    const { lines, blanks } = readLines(content);
    count(counts, 'blank', blanks);
    pages.push({ number, width, height, lines });
  }
  return { pages, counts };
}

async function readPage(pdf: OpenPdf, number: number, path: string): Promise<PageText> {
  try {
    const page = await pdf.within(pdf.document.getPage(number));
    const content = await pdf.within(readPageText(page));
    page.cleanup();
    return content;
  } catch (error) {
    throw asUserError(error, path);
  }
}

function count(counts: Record<string, number>, kind: string, by: number): void {
  if (by > 0) counts[kind] = (counts[kind] ?? 0) + by;
}

/** More characters without meaning than this, and the text is of no use. A symbol font for bullets makes under 2 %. */
const MOST_MEANINGLESS = 0.2;
/** Private use, controls, the replacement character. */
const MEANINGLESS = /[\ue000-\uf8ff\0-\x08\x0b\x0e-\x1f\x7f-\x9f\ufffd]/g;

function rejectWithoutMeaning(pages: readonly Page[], path: string): void {
  const text = pages
    .flatMap(({ lines }) => lines.flatMap(({ cells }) => cells.map((cell) => cell.text)))
    .join('');
  if (text === '') throw new UserError('ingest/pdf-scanned', { path, pages: pages.length });
  const share = (text.match(MEANINGLESS)?.length ?? 0) / text.length;
  if (share <= MOST_MEANINGLESS) return;
  throw new UserError('ingest/pdf-undecodable', { path, percent: Math.round(100 * share) });
}

/** A gap this much wider than the usual one between lines is a blank line. */
const BLANK_LINE = 1.4;

function writeText(pages: readonly Page[], roles: Roles, body: number) {
  const places: SourcePlace[] = [];
  const hints: LineHint[] = [];
  const edges = blockEdges(pages, roles, body);
  let text = '';
  for (const page of pages) {
    if (page.lines.length === 0) continue;
    places.push({ start: text.length, page: page.number });
    const pitch = usualPitch([page]) ?? usualPitch(pages);
    let last: PrintedLine | undefined;
    for (const line of page.lines) {
      const role = roles.get(line);
      const gap = last === undefined ? 0 : line.baseline - last.baseline;
      if (pitch !== undefined && gap > BLANK_LINE * pitch && role !== 'table-row') text += '\n';
      hints.push({ start: text.length, ...hintOf(line, role, edges(page), body) });
      text += `${written(line, role)}\n`;
      last = line;
    }
  }
  return { text, places, hints };
}

/** Cells of a table are parted by tabs, other pieces of a line by a wide blank. */
function written({ cells }: PrintedLine, role: LineRole | undefined): string {
  return cells.map(({ text }) => text).join(role === 'table-row' ? '\t' : '　');
}

function hintOf(
  line: PrintedLine,
  role: LineRole | undefined,
  edges: Edges,
  body: number,
): Omit<LineHint, 'start'> {
  const inHan = (points: number): number => Math.round((100 * points) / body) / 100 + 0;
  return {
    ...(role !== undefined && { role }),
    left: inHan(line.left - edges.left),
    right: inHan(edges.right - line.right),
  };
}

function remarks(pages: readonly Page[], counts: Readonly<Record<string, number>>): Diagnostic[] {
  const found: Diagnostic[] = [];
  const empty = pages.filter(({ lines }) => lines.length === 0).map(({ number }) => number);
  if (empty.length > 0) {
    const list = empty.join(', ');
    found.push({
      code: 'ingest/pages-without-text',
      severity: 'warning',
      message: `Page(s) ${list} hold no text: blank, or a picture of text.`,
      params: { pages: list },
    });
  }
  const turned = counts['turned-text'] ?? 0;
  if (turned > 0) {
    found.push({
      code: 'ingest/turned-text',
      severity: 'info',
      message: `${turned} character(s) stand askew or sideways (watermark, stamp) and were left out.`,
      params: { count: turned },
    });
  }
  return found;
}
