import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../support/root.js';

interface Part {
  readonly fileName: string;
  readonly isEntry: boolean;
  readonly imports: readonly string[];
  readonly dynamicImports: readonly string[];
}

const FOLDER = `${mkdtempSync(join(ROOT, 'dist/cli/bundle-test-'))}/`;
let parts: readonly Part[] = [];

beforeAll(async () => {
  const made = (await import(join(ROOT, 'bin/bundle.mjs'))) as {
    readonly bundle: (from: string, to: string) => Promise<readonly Part[]>;
  };
  parts = await made.bundle(join(ROOT, 'dist/cli/'), FOLDER);
});
afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

/** What a file brings with it at once: other parts and packages. */
function atOnce(name: string): Set<string> {
  const found = new Set([name]);
  for (const each of found)
    for (const next of parts.find(({ fileName }) => fileName === each)?.imports ?? [])
      found.add(next);
  return found;
}

const packagesOf = (names: Iterable<string>): string[] =>
  [...names].filter((name) => !name.startsWith('node:') && !name.endsWith('.js')).sort();

describe('the files that the program starts from', () => {
  it('answer --version without any package', () => {
    expect(packagesOf(atOnce('main.js'))).toEqual([]);
  });

  it('load what few commands need only where it is used', () => {
    const main = parts.find(({ isEntry }) => isEntry);
    const run = main?.dynamicImports.find((name) => /\brun-/.test(name)) ?? '';
    expect(packagesOf(atOnce(run))).toEqual(['chalk', 'commander', 'get-east-asian-width']);
  });

  it('are few', () => {
    expect(atOnce('main.js').size).toBeLessThan(12);
  });
});
