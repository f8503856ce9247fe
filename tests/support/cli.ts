import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import type { CliIo } from '../../src/cli/io.js';
import { run } from '../../src/cli/run.js';
import { ROOT } from './root.js';

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface World {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string | Uint8Array;
  readonly terminal?: { readonly columns: number; readonly rows: number };
  readonly page?: (text: string) => Promise<void>;
}

/** Says what it keeps, and where. */
const TELLING = ['doctor', 'cache'];

/** Run a command line in this process, in a world of its own: no terminal, English, no cache but one that the whole run of tests shares. */
export async function cli(args: readonly string[], world: World = {}): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const into = (texts: string[]) => ({
    isTTY: world.terminal !== undefined,
    ...world.terminal,
    write: (text: string): void => {
      texts.push(text);
    },
  });
  const io: CliIo = {
    cwd: world.cwd ?? ROOT,
    env:
      world.env ?? (TELLING.includes(args[0] ?? '') ? {} : { DUIBIAO_CACHE_DIR: inject('kept') }),
    platform: 'linux',
    stdout: into(out),
    stderr: into(err),
    stdin: async () => new Uint8Array(Buffer.from(world.stdin ?? '')),
    ...(world.page !== undefined && { page: world.page }),
  };
  const code = await run(args, io);
  return { code, out: out.join(''), err: err.join('') };
}

/** A folder that is gone after `use`. */
export async function inFolder<Value>(use: (folder: string) => Promise<Value>): Promise<Value> {
  const folder = mkdtempSync(join(tmpdir(), 'duibiao-test-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
