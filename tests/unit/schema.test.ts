import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SCHEMA_NAMES } from '../../src/cli/commands/schema.js';
import { jsonSchema, SCHEMAS } from '../../src/findings/schemas.js';
import { cli } from '../support/cli.js';
import { ROOT } from '../support/root.js';

const SHORT = 'politburo-study-25';

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
  ['commitment', ['commitment', SHORT, 'hubei-explanation-2020']],
  ['trace', ['trace', 'housing']],
  ['trace', ['trace', 'hubei:45.11']],
];

describe('published formats', () => {
  it.each(OUTPUTS)('%s holds for %j', async (name, args) => {
    const { out, code, err } = await cli([...args, '--format', 'json']);
    expect([code, err]).toEqual([0, '']);
    const value: unknown = JSON.parse(out);
    const result = SCHEMAS[name]!.schema.safeParse(value);
    expect(result.error?.issues ?? []).toEqual([]);
    // What a schema does not name is stripped: nothing is printed that is not published.
    expect(result.data).toEqual(value);
  });

  it('are not satisfied by something else', async () => {
    const value = JSON.parse((await cli(['corpus', 'list', '-f', 'json'])).out) as {
      documents: { level: string }[];
    };
    for (const name of Object.keys(SCHEMAS).filter((item) => item !== 'corpus'))
      expect(SCHEMAS[name]!.schema.safeParse(value).success).toBe(false);
    value.documents[3]!.level = 'village';
    const wrong = SCHEMAS.corpus!.schema.safeParse(value);
    expect(wrong.error?.issues[0]?.path).toEqual(['documents', 3, 'level']);
  });

  it.each(SCHEMA_NAMES)('docs/schemas/%s.json is current (npm run docs)', (name) => {
    const path = join(ROOT, 'docs/schemas', `${name}.json`);
    expect(existsSync(path)).toBe(true);
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(jsonSchema(name));
  });

  it('are the ones listed by the command and in docs', async () => {
    const names = Object.keys(SCHEMAS);
    expect([...SCHEMA_NAMES]).toEqual(names);
    expect((await cli(['schema'])).out).toBe(`${names.join('\n')}\n`);
    expect(readdirSync(join(ROOT, 'docs/schemas')).sort()).toEqual(names.map((n) => `${n}.json`));
    for (const name of names) expect(jsonSchema(name)).toMatchObject({ type: 'object' });
    expect(jsonSchema('toString')).toBeUndefined();
  });

  it('allow fields that a later version adds', () => {
    expect(JSON.stringify(SCHEMA_NAMES.map(jsonSchema))).not.toContain(
      '"additionalProperties":false',
    );
  });
});
