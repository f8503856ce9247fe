import { writeSync } from 'node:fs';
import { UserError } from '../text/index.js';
import { EXIT } from './exit.js';

const PAUSE_MS = 5;

/**
 * Write to a standard stream to the last byte.
 *
 * Node writes once and takes no note of a disk that took only a part. *Errors*: `cli/unwritable` where the disk is full or
 * the device gone; a reader that closed the pipe (head, less) has seen enough, which ends the program quietly.
 */
export function writeStandard(stream: 1 | 2, content: string | Uint8Array): void {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  let at = 0;
  while (at < bytes.length) {
    try {
      at += writeSync(stream, bytes, at);
    } catch (error) {
      const { code = 'EIO' } = error as NodeJS.ErrnoException;
      if (code === 'EPIPE') process.exit(EXIT.done);
      if (code !== 'EAGAIN') throw unwritable(stream, code, error);
      // A pipe whose reader is slower.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
    }
  }
}

function unwritable(stream: 1 | 2, reason: string, cause: unknown): UserError {
  const path = stream === 1 ? '/dev/stdout' : '/dev/stderr';
  return new UserError('cli/unwritable', { path, reason }, { cause });
}
