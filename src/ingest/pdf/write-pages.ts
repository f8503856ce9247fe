import type { Diagnostic, LineHint, LineRole, SourcePlace } from '../../model/index.js';
import { UserError } from '../../text/index.js';
import { blockEdges, type Edges, usualPitch, usualSize } from './block.js';
import type { PrintedLine } from './lines.js';
import { findRoles, type Page } from './roles.js';

/** What every format of printed pages shares: PDF, OFD, scans. */

/** More characters without meaning than this, and the text is of no use. A symbol font for bullets makes under 2 %. */
const MOST_MEANINGLESS = 0.2;
/** Private use, controls, the replacement character. */
const MEANINGLESS = /[\ue000-\uf8ff\0-\x08\x0b\x0e-\x1f\x7f-\x9f\ufffd]/g;

/** Errors: `UserError` for text of characters that mean nothing. */
export function rejectWithoutMeaning(pages: readonly Page[], path: string): void {
  const text = pages
    .flatMap(({ lines }) => lines.flatMap(({ cells }) => cells.map((cell) => cell.text)))
    .join('');
  const share = (text.match(MEANINGLESS)?.length ?? 0) / Math.max(1, text.length);
  if (share <= MOST_MEANINGLESS) return;
  throw new UserError('ingest/pdf-undecodable', { path, percent: Math.round(100 * share) });
}

/** A gap this much wider than the usual one between lines is a blank line. */
const BLANK_LINE = 1.4;

/** The printed lines of pages as text, one line each, with pages, edges and roles. */
export function writePages(pages: readonly Page[]) {
  const body = usualSize(pages);
  const roles = findRoles(pages, body);
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
    ...(line.confidence !== undefined && { confidence: line.confidence }),
  };
}

/** What is remarked on pages: those without text, those of which something could not be read, and text that stands askew. */
export function pageRemarks(
  pages: readonly Page[],
  counts: Readonly<Record<string, number>>,
): Diagnostic[] {
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
  const damaged = pages.filter((page) => page.damaged === true).map(({ number }) => number);
  if (damaged.length > 0) {
    const list = damaged.join(', ');
    found.push({
      code: 'ingest/damaged-pages',
      severity: 'warning',
      message: `Page(s) ${list} are damaged: some of their text may be missing.`,
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
