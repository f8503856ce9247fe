import {
  closeSync,
  fsyncSync,
  lstatSync,
  openSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { UserError } from '../text/index.js';
import { dropLitter } from './folder-lock.js';
import { uninterrupted } from './interrupt.js';
import { makeFolder } from './make-folder.js';

/** Links that lead to links, as far as systems follow them. */
const MOST_LINKS = 40;
/** Characters of a piece of a long file. */
const PIECE = 1 << 20;

/** A file's content, or its pieces where it is too long for one. */
type Content = string | Uint8Array | Iterable<string>;

/**
 * Write a file whole or not at all: to a temporary name beside it, then renamed. Makes the folders it lies in.
 *
 * Ctrl-C waits until it is done. What a link leads to is replaced, not the link; a device or a pipe (`/dev/stdout`) is
 * written to as it is.
 * Errors: `cli/unwritable`, naming the file as `shown`.
 */
export function writeWhole(path: string, content: Content, shown = path): void {
  try {
    const there = statSync(path, { throwIfNoEntry: false });
    if (there !== undefined && !there.isFile() && !there.isDirectory()) {
      for (const piece of piecesOf(content)) writeFileSync(path, piece);
      return;
    }
    makeFolder(dirname(path));
    const target = there?.isFile() === true ? realpathSync(path) : endOfLink(path);
    uninterrupted(() => replaceFile(target, content, there?.mode));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new UserError('cli/unwritable', { path: shown, reason: code }, { cause: error });
  }
}

/** Where a link leads that leads to nothing yet: the file is made there. */
function endOfLink(path: string): string {
  let end = path;
  for (let steps = 0; steps < MOST_LINKS; steps += 1) {
    if (lstatSync(end, { throwIfNoEntry: false })?.isSymbolicLink() !== true) return end;
    end = resolve(dirname(end), readlinkSync(end));
  }
  throw Object.assign(new Error('too many links'), { code: 'ELOOP' });
}

function replaceFile(path: string, content: Content, mode = 0o666): void {
  const temporary = `${path}.${process.pid}.tmp`;
  dropVersions(path);
  try {
    const file = openSync(temporary, 'w', mode);
    try {
      for (const piece of piecesOf(content)) writeFileSync(file, piece);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** Pieces of some size: a call of the system for each line would take longer than the line. */
function* piecesOf(content: Content): Generator<string | Uint8Array> {
  if (typeof content === 'string' || content instanceof Uint8Array) {
    yield content;
    return;
  }
  let piece = '';
  for (const line of content) {
    piece += line;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

/** What killed runs left of this file. */
function dropVersions(path: string): void {
  const folder = dirname(path);
  const own = `${basename(path)}.`;
  for (const name of readdirSync(folder)) if (name.startsWith(own)) dropLitter(folder, name);
}
