import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cli, ROOT } from '../support/cli.js';
import { writeSampleFiles } from '../support/sample-files.js';

/** Documents for people, below the root. */
const DOCUMENTS = [
  ...['README.md', 'README.zh-CN.md', 'CONTRIBUTING.md', 'corpus/themes/README.md'],
  ...readdirSync(join(ROOT, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];
const TEXTS = DOCUMENTS.map((path) => [path, readFileSync(join(ROOT, path), 'utf8')] as const);

/** Lines of the shell blocks, without their comments. */
const LINES = TEXTS.flatMap(([path, text]) =>
  [...text.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block = '']) =>
    block
      .split('\n')
      .map((line) => line.replace(/\s+#.*$/, '').trim())
      .filter((line) => line !== '')
      .map((line) => [line, path] as const),
  ),
);
const COMMANDS = [...new Map(LINES.filter(([line]) => line.startsWith('duibiao ')))];
/** What the gate answers in a folder without findings of its own is not this test's question. */
const MAY_FIND = /^duibiao check\b/;

describe('command lines in the documents', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'duibiao-documents-'));
    writeSampleFiles(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('are there', () => {
    expect(COMMANDS.length).toBeGreaterThan(30);
  });

  it.each(COMMANDS)('%s (%s)', async (line) => {
    const args = line.split(/\s+/).slice(1);
    const { code, err } = await cli([...args, '--lang', 'en'], {
      cwd: folder,
      env: { DUIBIAO_CACHE_DIR: join(folder, 'cache') },
    });
    expect(err).not.toMatch(/^error/m);
    expect(code === 0 || (MAY_FIND.test(line) && code === 1)).toBe(true);
  });

  it('name only scripts that package.json has, and files that are there', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    const missing = TEXTS.flatMap(([path, text]) => [
      ...[...text.matchAll(/npm run (?:--?\w+ )?([\w:-]+)/g)]
        .map(([, name = '']) => name)
        .filter((name) => scripts[name] === undefined),
      ...[...text.matchAll(/node ((?:tests|docs|bin|src)\/[\w./-]+)/g)]
        .map(([, name = '']) => name)
        .filter((name) => !existsSync(join(ROOT, name))),
      ...[...text.matchAll(/\]\((?!https?:|#)([^)#]+)[^)]*\)/g)]
        .map(([, name = '']) => name)
        .filter((name) => !existsSync(resolve(ROOT, dirname(path), name))),
    ]);
    expect(missing).toEqual([]);
  });
});
