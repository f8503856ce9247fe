import { REVIEW_WORDS } from '../../messages/index.js';
import { type FilledRow, SHEET_COLUMNS, type SheetColumn } from '../../model/index.js';
import { UserError } from '../../text/index.js';
import { openArchive } from '../archive.js';
import { readXml } from '../xml.js';

/** Paragraphs of a cell. */
interface WordCell {
  readonly paragraphs: string[];
  merged: boolean;
}

/** Six columns: id, upstream, what is linked and candidates, decision, clauses that are not carried, note. */
const COLUMNS = 6;
/** Before clauses were asked for. */
const COLUMNS_BEFORE = 5;

/**
 * Rows of the review table of a Word file; the two files' names stand in paragraphs above it.
 *
 * Errors: `review/macros`, `review/no-table`, those of archives.
 */
export function readWordTable(
  bytes: Uint8Array,
  context: { readonly path: string; readonly maxBytes: number },
): FilledRow[] {
  const { path } = context;
  const parts = openArchive(bytes, context, (name) =>
    /^word\/(?:document\.xml|vbaProject\.bin)$/.test(name),
  );
  if (parts.has('word/vbaProject.bin')) throw new UserError('review/macros', { path });
  const document = parts.get('word/document.xml');
  if (document === undefined) throw new UserError('review/no-table', { path });
  const { above, rows } = tableOf(document, path);
  const files = filesOf(above);
  const at = rows.findIndex((cells) => isHead(cells));
  if (at < 0 || files === undefined) throw new UserError('review/no-table', { path });
  return rows.flatMap((cells, i) =>
    i <= at || isHead(cells) ? [] : [rowOf(cells, i - at + 1, files)],
  );
}

function isHead(cells: readonly WordCell[]): boolean {
  const first = textOf(cells[0]);
  const fourth = textOf(cells[3]);
  return Object.values(REVIEW_WORDS).some(
    ({ columns }) => columns.id === first && columns.decision === fourth,
  );
}

type Files = Pick<Record<SheetColumn, string>, 'upstreamFile' | 'downstreamFile'>;

function filesOf(above: readonly string[]): Files | undefined {
  const find = (column: 'upstreamFile' | 'downstreamFile'): string | undefined => {
    const names = Object.values(REVIEW_WORDS).map(({ columns }) => `${columns[column]}: `);
    const line = above.find((own) => names.some((name) => own.startsWith(name)));
    return line?.slice(line.indexOf(': ') + 2).trim();
  };
  const [upstreamFile, downstreamFile] = [find('upstreamFile'), find('downstreamFile')];
  if (upstreamFile === undefined || downstreamFile === undefined) return undefined;
  return { upstreamFile, downstreamFile };
}

function textOf(cell: WordCell | undefined): string {
  return (cell?.paragraphs ?? []).join('\n').trim();
}

function rowOf(cells: readonly WordCell[], line: number, files: Files): FilledRow {
  const [id, upstream, partners, decision] = cells;
  const lacking = cells.length === COLUMNS_BEFORE ? undefined : cells[4];
  const [address = '', ...text] = upstream?.paragraphs ?? [];
  const linked: string[] = [];
  const candidates: string[] = [];
  const clauses: string[] = [];
  const alike: string[] = [];
  for (const own of partners?.paragraphs ?? []) {
    const [, mark = '', rest = ''] = /^(\S+)\s+(\S.*)$/su.exec(own.trim()) ?? [];
    if (/^\d$/.test(mark)) candidates[Number(mark) - 1] = rest;
    else if (isWord(mark, 'clause')) clauses.push(rest);
    else if (isWord(mark, 'alike')) alike.push(rest);
    else if (mark !== '') linked.push(rest);
  }
  const texts = {
    ...Object.fromEntries(SHEET_COLUMNS.map((column) => [column, ''])),
    id: id?.paragraphs[0]?.trim() ?? '',
    upstream: address.trim(),
    upstreamText: text.join('\n').trim(),
    linked: linked.join('\n'),
    candidate1: candidates[0] ?? '',
    candidate2: candidates[1] ?? '',
    candidate3: candidates[2] ?? '',
    decision: textOf(decision),
    note: textOf(cells.at(-1)),
    clauses: clauses.join('\n'),
    lacking: textOf(lacking),
    alike: alike.join('\n'),
    others: candidates.flatMap((text, i) => (i < 3 ? [] : [`${i + 1} ${text}`])).join('\n'),
    ...files,
  } as Record<SheetColumn, string>;
  const isWhole = cells.length === COLUMNS || cells.length === COLUMNS_BEFORE;
  const merged = !isWhole || cells.some((cell) => cell.merged);
  return { line, cells: texts, faults: merged ? [{ kind: 'merged', column: 'id' }] : [] };
}

function isWord(mark: string, name: 'clause' | 'alike'): boolean {
  return Object.values(REVIEW_WORDS).some((words) => words[name] === mark);
}

/** Paragraphs before the first table, and the rows of all tables. */
function tableOf(
  document: Uint8Array,
  path: string,
): { readonly above: string[]; readonly rows: WordCell[][] } {
  const above: string[] = [];
  const rows: WordCell[][] = [];
  let cell: WordCell | undefined;
  let paragraph = '';
  let inText = false;
  let deleted = 0;
  readXml(document, 'word/document.xml', path, {
    open: (name, attributes) => {
      if (name === 'tr') rows.push([]);
      else if (name === 'tc') {
        cell = { paragraphs: [], merged: false };
        rows.at(-1)?.push(cell);
      } else if (name === 'p') paragraph = '';
      else if (name === 't') inText = true;
      else if (name === 'br') paragraph += '\n';
      else if (name === 'del' || name === 'moveFrom') deleted += 1;
      else if (
        cell !== undefined &&
        (name === 'vMerge' || (name === 'gridSpan' && attributes.val !== '1'))
      )
        cell.merged = true;
    },
    close: (name) => {
      if (name === 't') inText = false;
      else if (name === 'del' || name === 'moveFrom') deleted -= 1;
      else if (name === 'tc') cell = undefined;
      else if (name === 'p' && cell !== undefined) cell.paragraphs.push(paragraph);
      else if (name === 'p' && rows.length === 0) above.push(paragraph.trim());
    },
    text: (text) => {
      if (inText && deleted === 0) paragraph += text;
    },
  });
  return { above, rows };
}
