import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { UserError } from '../text/index.js';
import { uninterrupted } from './interrupt.js';

/**
 * Write a file whole or not at all: to a temporary name beside it, then renamed. Makes the folders it lies in.
 *
 * Ctrl-C waits until it is done. What a link leads to is replaced, not the link; a device or a pipe (`/dev/stdout`) is
 * written to as it is.
 * Errors: `cli/unwritable`, naming the file as `shown`.
 */
export function writeWhole(path: string, content: string | Uint8Array, shown = path): void {
  try {
    const there = statSync(path, { throwIfNoEntry: false });
    if (there !== undefined && !there.isFile() && !there.isDirectory()) {
      writeFileSync(path, content);
      return;
    }
    mkdirSync(dirname(path), { recursive: true });
    const target = there?.isFile() === true ? realpathSync(path) : path;
    uninterrupted(() => replaceFile(target, content, there?.mode));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new UserError('cli/unwritable', { path: shown, reason: code }, { cause: error });
  }
}

function replaceFile(path: string, content: string | Uint8Array, mode = 0o666): void {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    const file = openSync(temporary, 'w', mode);
    try {
      writeFileSync(file, content);
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
