import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { nearest, UserError } from '../text/index.js';
import { openArchive } from './archive.js';
import { BUDGET } from './budget.js';
import type { Damage } from './damage.js';
import { IMPORTERS } from './registry.js';
import { sniff } from './sniff.js';
import { zipEntries } from './zip-directory.js';

/** What an archive of papers holds. */
interface ZipPapers {
  /** Members in a format that is read, in their order. */
  readonly papers: readonly string[];
  /** Other files: pictures of seals, programs, archives inside. */
  readonly others: readonly string[];
}

/** Files of an archive; a bundle of papers has a few dozen. */
const MOST_MEMBERS = 2000;

/**
 * Papers inside an archive.
 *
 * Errors: `UserError` for archives without a directory, for names that lead outside, for far too many files.
 */
function papersIn(bytes: Uint8Array, path: string): ZipPapers {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = zipEntries(view);
  if (entries === undefined) throw new UserError('ingest/zip-broken', { path });
  if (entries.length > MOST_MEMBERS)
    throw new UserError('ingest/zip-many', { path, count: entries.length, limit: MOST_MEMBERS });
  const names = entries.map(({ name }) => name);
  const outside = names.find(leadsOutside);
  if (outside !== undefined) throw new UserError('ingest/zip-outside', { path, member: outside });
  const files = names.filter((name) => !/[/\\]$/.test(name) && !LEFTOVER.test(name));
  return { papers: files.filter(isPaper), others: files.filter((name) => !isPaper(name)) };
}

/** What packers and file managers add of their own. */
const LEFTOVER = /(?:^|\/)(?:__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i;

/** Nothing is written from an archive, but a name that climbs is meant to do harm. */
function leadsOutside(name: string): boolean {
  return /^(?:[/\\]|[a-z]:)/i.test(name) || name.split(/[/\\]/).includes('..');
}

/** Whether a file's name is that of a text in a format that is read; pictures of seals and pages are none. */
export function isPaperFile(name: string): boolean {
  const ending = extname(name).toLowerCase();
  return IMPORTERS.some(
    ({ format, extensions }) => format !== 'image' && extensions.includes(ending),
  );
}

function isPaper(name: string): boolean {
  const ending = extname(name).toLowerCase();
  return IMPORTERS.some(({ extensions }) => extensions.includes(ending));
}

/** The papers of a file that is an archive of them; `undefined` for any other file, and for none. */
export async function zipPapersOf(
  path: string,
  maxBytes = BUDGET.bytes,
): Promise<ZipPapers | undefined> {
  try {
    const info = await stat(path);
    if (!info.isFile() || info.size > maxBytes) return undefined;
    const bytes = await readFile(path);
    return sniff(bytes)?.type === 'archive' ? papersIn(bytes, path) : undefined;
  } catch (error) {
    if (error instanceof UserError) throw error;
    // What is wrong with the file is said where it is read.
    return undefined;
  }
}

interface PaperPlace {
  readonly path: string;
  readonly member: string | undefined;
  readonly maxBytes: number;
  readonly damage: Damage;
}

/** How many names a message lists. */
const LISTED = 12;

/**
 * One paper of an archive: the one that is named, or the only one.
 *
 * Errors: `UserError` where there is none, where several are and none is named, where the name fits none.
 */
export function openPaper(
  bytes: Uint8Array,
  { path, member, maxBytes, damage }: PaperPlace,
): { readonly name: string; readonly bytes: Uint8Array } {
  const { papers, others } = papersIn(bytes, path);
  const known = [...papers, ...others];
  const list = (names: readonly string[]): string =>
    `${names.slice(0, LISTED).join(', ')}${names.length > LISTED ? ' …' : ''}`;
  const [first] = papers;
  if (member === undefined && first === undefined)
    throw new UserError('ingest/zip-none', { path, members: list(others) });
  if (member === undefined && papers.length > 1)
    throw new UserError('ingest/zip-several', {
      path,
      count: papers.length,
      members: list(papers),
      first: first ?? '',
    });
  const name = member ?? first ?? '';
  if (!known.includes(name))
    throw new UserError('ingest/zip-no-member', {
      path,
      member: name,
      nearest: nearest(name, known).join(', '),
      members: list(papers),
    });
  const part = openArchive(bytes, { path, maxBytes, damage }, (one) => one === name).get(name);
  if (part === undefined) throw new UserError('ingest/zip-broken', { path });
  return { name, bytes: part };
}
