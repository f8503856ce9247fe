/** Programs killed at a call of their choosing, and what they leave. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root.js';

const BINARY = join(ROOT, 'bin/duibiao.js');
const HOOK = join(ROOT, 'tests/support/kill-hook.mjs');

interface Ran {
  readonly status: number | null;
  readonly signal: string | null;
  readonly out: string;
  readonly err: string;
}

/** Where programs run: in `work`, with a cache beside it, and nothing else of the environment. */
export interface Place {
  readonly cwd: string;
  readonly cache: string;
}

function environment({ cache }: Place, more: Readonly<Record<string, string>>) {
  const { PATH = '' } = process.env;
  return { PATH, DUIBIAO_CACHE_DIR: cache, SOURCE_DATE_EPOCH: '1795737600', LANG: 'C', ...more };
}

export async function runIn(place: Place, args: readonly string[], hook: Hook = {}): Promise<Ran> {
  const child = spawn(process.execPath, argv(args, hook), {
    cwd: place.cwd,
    env: environment(place, { ...hook }),
    timeout: 120_000,
  });
  const [out, err]: [string[], string[]] = [[], []];
  child.stdout.on('data', (part: Buffer) => out.push(part.toString('latin1')));
  child.stderr.on('data', (part: Buffer) => err.push(part.toString()));
  child.stdin.end();
  return new Promise((done) =>
    child.on('close', (status, signal) =>
      done({ status, signal, out: out.join(''), err: err.join('') }),
    ),
  );
}

/** What the hook is told: see `kill-hook.mjs`. */
export interface Hook {
  readonly KILL_AT?: string;
  readonly KILL_LOG?: string;
  readonly FAIL_AT?: string;
}

function argv(args: readonly string[], hook: Hook): string[] {
  const loaded = Object.keys(hook).length > 0 ? ['--import', HOOK] : [];
  return [...loaded, BINARY, ...args];
}

/** A program that serves until it is told to end; `url` is the first address it prints. */
export async function serveIn(place: Place, args: readonly string[], hook: Hook = {}) {
  const child = spawn(process.execPath, argv(args, hook), {
    cwd: place.cwd,
    // Without a path no browser is found.
    env: { ...environment(place, { ...hook }), PATH: '' },
  });
  const ended = new Promise<Pick<Ran, 'status' | 'signal'>>((done) =>
    child.on('close', (status, signal) => done({ status, signal })),
  );
  let text = '';
  const url = new Promise<string | undefined>((found) => {
    const hear = (part: Buffer): void => {
      text += part.toString();
      const [address] = /http:\/\/\S+/.exec(text) ?? [];
      if (address !== undefined) found(address);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('close', () => found(undefined));
  });
  return { url: await url, ended, end: () => child.kill('SIGTERM'), said: () => text };
}

/** How often a program changes the disk. */
export function changesOf(log: string): number {
  const { size } = statSync(log, { throwIfNoEntry: false }) ?? { size: 0 };
  rmSync(log, { force: true });
  return size;
}

/** Every file below a folder with a hash of its content. */
export function filesIn(folder: string): Map<string, string> {
  const items = readdirSync(folder, { recursive: true, withFileTypes: true });
  return new Map(
    items
      .filter((item) => item.isFile())
      .map((item) => join(item.parentPath, item.name))
      .sort()
      .map((path) => [path.slice(folder.length + 1), hashOf(path)]),
  );
}

function hashOf(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}
