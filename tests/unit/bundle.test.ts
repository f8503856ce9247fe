import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../support/root.js';

interface Part {
  readonly fileName: string;
  readonly isEntry: boolean;
  readonly imports: readonly string[];
  readonly dynamicImports: readonly string[];
  readonly moduleIds: readonly string[];
  readonly facadeModuleId: string | null;
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

/** The part that begins with a module of `dist`. */
function startOf(module: string): string {
  const found = parts.find(({ facadeModuleId }) => facadeModuleId?.endsWith(`/dist/${module}`));
  return found?.fileName ?? `no part begins with ${module}`;
}

/** Modules of `dist` that a part brings with it at once. */
function modulesOf(name: string): string[] {
  const brought = parts.filter(({ fileName }) => atOnce(name).has(fileName));
  return brought
    .flatMap(({ moduleIds }) => moduleIds.map((id) => id.replace(/^.*\/dist\//, '')))
    .filter((id) => !id.startsWith('\0'));
}

const stagesOf = (name: string): string[] =>
  [...new Set(modulesOf(name).map((id) => id.replace(/\/.*$/, '')))].sort();

const packagesOf = (names: Iterable<string>): string[] =>
  [...names].filter((name) => !name.startsWith('node:') && !name.endsWith('.js')).sort();

describe('the files that the program starts from', () => {
  it('answer --version without any package', () => {
    expect(packagesOf(atOnce('main.js'))).toEqual([]);
  });

  it('load what few commands need only where it is used', () => {
    expect(packagesOf(atOnce(startOf('cli/run.js')))).toEqual([
      ...['chalk', 'commander', 'get-east-asian-width'],
    ]);
  });

  it('answer --help and errors of usage without any work being loaded', () => {
    expect(stagesOf(startOf('cli/run.js'))).toEqual(['cli', 'messages', 'pipeline', 'text']);
    const own = modulesOf(startOf('cli/run.js')).filter((name) => name.startsWith('pipeline/'));
    expect(own).toEqual(['pipeline/version.js']);
  });

  const COMMANDS: readonly (readonly [string, readonly string[]])[] = [
    ['completion', ['check', 'evaluate', 'align/judge', 'render/report', 'pipeline/matrix/index']],
    ['compare', ['check', 'evaluate', 'render/report', 'pipeline/matrix/index', 'search']],
    ['coverage', ['check', 'evaluate', 'render/report', 'pipeline/matrix/index', 'search']],
    ['check', ['evaluate', 'render/report/docx', 'pipeline/matrix/index', 'search']],
    ['sources', ['check', 'evaluate', 'render/report', 'pipeline/matrix/index']],
  ];
  it.each(COMMANDS)('load for %s nothing of other commands', (name, others) => {
    const loaded = modulesOf(startOf(`cli/commands/${name}.js`));
    const strangers = loaded.filter((own) => others.some((other) => own.startsWith(other)));
    expect(strangers).toEqual([]);
    expect(loaded.filter((own) => own.startsWith('cli/commands/'))).toContain(
      `cli/commands/${name}.js`,
    );
  });

  it('are few', () => {
    expect(atOnce('main.js').size).toBeLessThan(12);
    for (const { fileName } of parts) expect(atOnce(fileName).size).toBeLessThan(100);
  });
});
