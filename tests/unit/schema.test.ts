import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import {
  FINDINGS,
  formatsMarkdown,
  jsonSchema,
  SCHEMA_NAMES,
  schemaOf,
} from '../../src/findings/index.js';
import { EXAMPLES } from '../../src/messages/index.js';
import { cli } from '../support/cli.js';
import { ROOT } from '../support/root.js';

const SHORT = 'politburo-study-25';

// One cache for all of them: every document is read, and every pair aligned, once.
const CACHE = mkdtempSync(join(tmpdir(), 'duibiao-schemas-'));
const world = { env: { XDG_CACHE_HOME: CACHE } };
afterAll(() => rmSync(CACHE, { recursive: true, force: true }));

/** Decisions enough for `fit`: what is plainly a counterpart, and what is plainly none. */
const DECIDED = join(CACHE, 'decided.jsonl');
writeFileSync(
  DECIDED,
  [
    ...['1.5 1.4', '1.9 1.9', '3.3 2.3', '3.4 2.12', '3.7 2.13', '二.1 二.1'].map((own) => [
      own,
      'yes',
    ]),
    ...Array.from({ length: 30 }, (_, i) => [`1.${(i % 6) + 1} ${i + 20}.1`, 'no']),
  ]
    .map(([pair = '', answer]) => {
      const [up, down] = pair.split(' ');
      return JSON.stringify({ upstream: `hubei:${up}`, downstream: `wuhan:${down}`, answer });
    })
    .join('\n'),
);

/** Real output of every command that prints a published format. */
const OUTPUTS: readonly (readonly [schema: string, args: readonly string[]])[] = [
  ['tree', ['parse', 'fixtures/compendium/source.txt']],
  ['tree', ['parse', 'hubei']],
  ['tree', ['parse', 'hubei', '--diagnostics']],
  ['tree', ['parse', 'fixtures/parse/line-break-no-indent/input.txt', '--diagnostics']],
  ['tree', ['parse', 'national']],
  ['comparison', ['compare', SHORT, 'hubei-explanation-2020']],
  ['comparison', ['compare', SHORT, 'hubei-explanation-2020', 'wuhan-explanation-2020']],
  ['documents', ['corpus', 'show', 'national']],
  ['themes', ['themes', 'wuhan', 'politburo-study-26']],
  ['alignment', ['align', SHORT, 'hubei-explanation-2020']],
  ['coverage', ['coverage', SHORT, 'hubei-explanation-2020']],
  ['coverage', ['coverage', SHORT, 'hubei-explanation-2020', '--by', 'section']],
  ['coverage', ['coverage', SHORT, 'hubei-explanation-2020', '--matrix']],
  ['corpus', ['corpus', 'list']],
  ['targets', ['targets', 'wuhan']],
  ['targets', ['targets', 'hubei', 'wuhan']],
  ['phrases', ['phrases', 'national', 'hubei-explanation-2020']],
  ['phrases', ['phrases', '--phrase', '房住不炒']],
  ['stats', ['stats', 'hubei-explanation-2020', SHORT]],
  ['sources', ['sources', SHORT]],
  ['bodies', ['bodies', 'hubei', 'wuhan']],
  ['diffusion', ['matrix', '--to', 'hubei-explanation-2020', '--summary', '--jobs', '1']],
  ['commitment', ['commitment', SHORT, 'hubei-explanation-2020']],
  ['trace', ['trace', 'housing']],
  ['trace', ['trace', 'hubei:45.11']],
  ['explanation', ['explain', 'hubei:45.11', '--up', 'hubei', '--down', 'wuhan']],
  ['explanation', ['explain', 'hubei:45', '--up', 'hubei', '--down', 'wuhan']],
  ['own-fit', ['fit', 'hubei', 'wuhan', '--links', DECIDED]],
  ['eval', ['eval', 'fixtures/gold/themes.json', 'fixtures/gold/hubei-wuhan.json']],
  ['report', ['report', SHORT, 'hubei-explanation-2020', '-o', '-']],
  ['theme-changes', ['themes', 'check', 'corpus/themes/housing.yaml', '--documents', SHORT]],
  // The repository's own lock may be older than the engine, which is a warning.
  ['check', ['check', '--max-warnings', '99']],
];

/** Printed line by line, and tried so. */
const BY_LINE = ['report-rows', 'matrix', 'matrix-link'];

/** A format that is not above is printed by the first line its command gives to try. */
const TRIED = new Set([...OUTPUTS.map(([name]) => name), ...BY_LINE]);
const FROM_EXAMPLES = Object.entries(FINDINGS)
  .filter(([name]) => !TRIED.has(name))
  .map(
    ([name, { command }]) =>
      [name, EXAMPLES[command]?.[0]?.line.split(' ').slice(1) ?? []] as const,
  );

/** What a schema does not name is stripped: nothing may be printed that is not published. */
async function expectPublished(name: string, value: unknown): Promise<void> {
  const result = (await schemaOf(name))!.safeParse(value);
  expect(result.error?.issues ?? []).toEqual([]);
  expect(result.data).toEqual(value);
}

describe('published formats', () => {
  it.each([...OUTPUTS, ...FROM_EXAMPLES])('%s holds for %j', async (name, args) => {
    const { out, code, err } = await cli([...args, '--format', 'json'], world);
    expect(code).toBe(0);
    // A matrix tells on standard error what it has done.
    expect(err).toMatch(name === 'diffusion' ? /^\d+ papers, \d+ pairs: .*\n$/ : /^$/);
    await expectPublished(name, JSON.parse(out));
  });

  it('report-rows holds for every line of a report', async () => {
    const { out } = await cli(
      ['report', SHORT, 'hubei-explanation-2020', '-f', 'jsonl', '-o', '-'],
      world,
    );
    const lines = out.trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(10);
    for (const line of lines) await expectPublished('report-rows', JSON.parse(line));
  });

  it.each([
    ['matrix', []],
    ['matrix-link', ['--detail']],
  ])('%s holds for every line', async (name, args) => {
    const star = ['--to', 'hubei-explanation-2020', '--jobs', '1', '-f', 'ndjson'];
    const { out } = await cli(['matrix', ...star, ...args], world);
    const lines = out.trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(4);
    for (const line of lines) await expectPublished(name, JSON.parse(line));
  });

  it('are not satisfied by something else', async () => {
    const { out } = await cli(['corpus', 'list', '-f', 'json'], world);
    const value = JSON.parse(out) as { documents: { level: string }[] };
    for (const name of SCHEMA_NAMES.filter((item) => item !== 'corpus'))
      expect((await schemaOf(name))!.safeParse(value).success).toBe(false);
    value.documents[3]!.level = 'village';
    const wrong = (await schemaOf('corpus'))!.safeParse(value);
    expect(wrong.error?.issues[0]?.path).toEqual(['documents', 3, 'level']);
  });

  it.each([...SCHEMA_NAMES])('docs/schemas/%s.json is current (npm run docs)', async (name) => {
    const text = readFileSync(join(ROOT, 'docs/schemas', `${name}.json`), 'utf8');
    const schema = await jsonSchema(name);
    expect(JSON.parse(text)).toEqual(schema);
    // Later versions may add fields.
    expect(text).not.toContain('"additionalProperties": false');
  });

  it('are the ones listed by the command and in docs', async () => {
    expect((await cli(['schema'])).out).toBe(`${SCHEMA_NAMES.join('\n')}\n`);
    const files = SCHEMA_NAMES.map((name) => `${name}.json`);
    expect(readdirSync(join(ROOT, 'docs/schemas')).sort()).toEqual(files.sort());
    const formats = readFileSync(join(ROOT, 'docs/formats.md'), 'utf8');
    expect(formats.slice(0, formatsMarkdown().length)).toBe(formatsMarkdown());
    expect(await jsonSchema('toString')).toBeUndefined();
  });
});
