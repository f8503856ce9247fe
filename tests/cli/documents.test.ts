import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dictionaryOf } from '../../docs/dictionary.mjs';
import { formatsMarkdown, jsonSchema, SCHEMA_NAMES } from '../../src/findings/index.js';
import { cli } from '../support/cli.js';
import { ROOT } from '../support/root.js';
import { writeSampleFiles } from '../support/sample-files.js';

/** Documents for people, below the root. */
const DOCUMENTS = [
  ...['README.md', 'README.zh-CN.md', 'CONTRIBUTING.md', 'corpus/themes/README.md'],
  ...readdirSync(join(ROOT, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];
const TEXTS = DOCUMENTS.map((path) => [path, readFileSync(join(ROOT, path), 'utf8')] as const);

/** Documents whose reader stands in a clone; who reads the others has papers in a folder. */
const IN_CLONE = new Set(['CONTRIBUTING.md', 'corpus/themes/README.md']);

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
const COMMANDS = LINES.filter(([line]) => line.startsWith('duibiao '));
/** What the gate answers in a folder without findings of its own is not this test's question. */
const MAY_FIND = /^duibiao check\b/;

describe('command lines in the documents', () => {
  let folder = '';
  /** Every document is followed by itself, line after line. */
  const folderOf = (path: string): string => join(folder, path.replaceAll('/', '-'));
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'duibiao-documents-'));
    for (const path of DOCUMENTS) {
      mkdirSync(folderOf(path), { recursive: true });
      writeSampleFiles(folderOf(path));
      if (IN_CLONE.has(path))
        cpSync(join(ROOT, 'corpus'), join(folderOf(path), 'corpus'), { recursive: true });
    }
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('are there', () => {
    expect(COMMANDS.length).toBeGreaterThan(30);
  });

  it.each(COMMANDS)('%s (%s)', async (line, path) => {
    const args = line.split(/\s+/).slice(1);
    const { code, err } = await cli([...args, '--lang', 'en'], { cwd: folderOf(path) });
    expect(err).not.toMatch(/^error/m);
    expect(code === 0 || (MAY_FIND.test(line) && code === 1)).toBe(true);
  });

  it('are described in docs/reference.md as their own help does (npm run docs)', async () => {
    const reference = readFileSync(join(ROOT, 'docs/reference.md'), 'utf8');
    const blocks = [...reference.matchAll(/^#+ `duibiao ?([^`]*)`\n\n```text\n([\s\S]*?)\n```/gm)];
    expect(blocks.length).toBeGreaterThan(20);
    for (const [, line = '', text = ''] of blocks) {
      const words = line.split(' ').filter((word) => word !== '');
      const { out } = await cli([...words, '--help', '--lang', 'en', '--width', '100']);
      expect(out.trimEnd()).toBe(text);
    }
  });

  it('give formats that docs/formats.md describes field by field (npm run docs)', async () => {
    const schemas = await Promise.all(
      SCHEMA_NAMES.map(async (name) => [name, (await jsonSchema(name)) ?? {}] as const),
    );
    expect(readFileSync(join(ROOT, 'docs/formats.md'), 'utf8')).toBe(
      `${formatsMarkdown()}\n${dictionaryOf(schemas)}`,
    );
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
