/** Pairs from a file: CSV, tab-separated, or NDJSON. */
import { readFileSync } from 'node:fs';
import { UserError } from '../../text/index.js';
import type { ListedPair } from './pairs.js';

const NAMES = ['upstream', 'downstream'] as const;

/**
 * Two names a line: ids, paths or aliases. A first line of column names may say which columns they stand in
 * (`upstream`/`downstream`, or `upstream_path`/`upstream_id` …, as `matrix` itself writes them).
 *
 * *Errors*: `matrix/no-file`, `matrix/bad-pairs` with the line.
 */
export function readPairList(path: string, shown: string): ListedPair[] {
  const lines = contentOf(path, shown)
    .replace(/^\ufeff/, '')
    .split(/\r?\n/);
  const cells = lines.map((line, i) => cellsOf(line, `${shown}:${i + 1}`));
  const head = cells.findIndex((own) => own.length > 0);
  const columns = columnsOf(cells[head] ?? []);
  const [up, down] = columns ?? [0, 1];
  return cells.flatMap((own, i): ListedPair[] => {
    if (own.length === 0 || (columns !== undefined && i === head)) return [];
    const [upstream, downstream] = [own[up] ?? '', own[down] ?? ''];
    const place = `${shown}:${i + 1}`;
    if (upstream === '' || downstream === '') throw new UserError('matrix/bad-pairs', { place });
    return [{ upstream, downstream, place }];
  });
}

function contentOf(path: string, shown: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'EIO';
    throw new UserError('matrix/no-folder', { path: shown, reason }, { cause: error });
  }
}

/** Which columns hold the two names, where the first line names columns. */
function columnsOf(first: readonly string[]): readonly [number, number] | undefined {
  const at = (side: string): number =>
    [side, `${side}_path`, `${side}_id`].map((name) => first.indexOf(name)).find((i) => i >= 0) ??
    -1;
  const [up, down] = NAMES.map(at);
  if (up === undefined || down === undefined || up < 0 || down < 0) return undefined;
  return [up, down];
}

function cellsOf(line: string, place: string): string[] {
  const text = line.trim();
  if (text === '' || text.startsWith('#')) return [];
  if (text.startsWith('{')) return jsonCells(text, place);
  if (line.includes('\t')) return line.split('\t').map((cell) => cell.trim());
  const cells = [...text.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)];
  return cells.map(([, quoted, plain = '']) => (quoted ?? plain).replaceAll('""', '"').trim());
}

function jsonCells(text: string, place: string): string[] {
  try {
    const pair = JSON.parse(text) as Record<string, unknown>;
    return NAMES.map((side) => nameIn(pair[side]));
  } catch (error) {
    throw new UserError('matrix/bad-pairs', { place }, { cause: error });
  }
}

/** A name, or a paper as `matrix` writes it. */
function nameIn(value: unknown): string {
  if (typeof value === 'string') return value;
  const { path } = (value ?? {}) as { path?: unknown };
  return typeof path === 'string' ? path : '';
}
