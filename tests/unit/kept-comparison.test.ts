import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openCache } from '../../src/corpus/index.js';
import { type ComparisonOfOptions, comparisonOf, openWorkspace } from '../../src/pipeline/index.js';
import { cli, inFolder } from '../support/cli.js';
import { ROOT } from '../support/root.js';

const PAIR = ['hubei-resolution-2020', 'wuhan-resolution-2020'];
const CHAIN = ['politburo-study-25', ...PAIR];

const ROWS: readonly (readonly [string, readonly string[], ComparisonOfOptions])[] = [
  ['two sides', PAIR, {}],
  ['three sides, where cells are empty', CHAIN, {}],
  ['nothing folded', PAIR, { context: Number.POSITIVE_INFINITY }],
  ['some rows', PAIR, { filters: { only: 'missing' } }],
  ['a pattern', PAIR, { filters: { grep: /发展/u } }],
  ['another pattern', PAIR, { filters: { grep: /建设/u } }],
  ['a theme', PAIR, { theme: 'innovation' }],
];

describe('a comparison that was kept', () => {
  it('is the one that was made, for each question its own', async () => {
    await inFolder(async (folder) => {
      const kept = openCache({ folder: join(folder, 'cache'), version: '1' });
      for (const [name, sides, options] of ROWS) {
        const { view } = await comparisonOf(openWorkspace(ROOT), sides, options);
        for (const run of ['made', 'kept'])
          expect(
            (await comparisonOf(openWorkspace(ROOT, undefined, kept), sides, options)).view,
            `${name}, ${run}`,
          ).toEqual(view);
      }
    });
  }, 60_000);
});

describe('a drawing that was kept', () => {
  const DRAWN: readonly (readonly string[])[] = [
    [],
    ['--width', '60'],
    ['--color', 'always'],
    ['--lang', 'zh'],
    ['--ascii'],
    ['--score'],
    ['--signs', '--color', 'always'],
    ['--layout', 'stacked'],
    ['--summary'],
    ['--full'],
    ['--no-swaps'],
    ['--only', 'local'],
  ];
  it('is drawn alike by who keeps nothing, for each way of drawing its own', async () => {
    await inFolder(async (folder) => {
      const place = { DUIBIAO_CACHE_DIR: join(folder, 'cache') };
      const seen = new Set<string>();
      for (const how of DRAWN) {
        const args = ['compare', ...PAIR, '--theme', 'innovation', ...how];
        const [fresh, made, kept] = [
          await cli(args),
          await cli(args, { env: place }),
          await cli(args, { env: place }),
        ];
        expect([made.out, kept.out, made.code], how.join(' ')).toEqual([fresh.out, fresh.out, 0]);
        seen.add(fresh.out);
      }
      expect(seen.size, 'drawings that differ').toBeGreaterThan(9);
    });
  }, 60_000);
});
