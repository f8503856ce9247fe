import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli } from '../support/cli.js';
import { withPapers } from '../support/review-sheets.js';

interface Curve {
  readonly order: string;
  readonly points: readonly { readonly decisions: number; readonly f1: number }[];
}

/** Gold in which the engine's first link is wrong, its other links are right, and one more link was overlooked. */
async function goldOn(cwd: string): Promise<{ file: string; links: number }> {
  const { out } = await cli(['align', 'up.txt', 'down.txt', '--format', 'json'], { cwd });
  const alignment = JSON.parse(out) as {
    readonly units: Record<'upstream' | 'downstream', readonly Unit[]>;
    readonly links: readonly (Record<'upstream' | 'downstream', readonly string[]> & {
      readonly grain: string;
      readonly score: number;
    })[];
  };
  const links = alignment.links
    .filter(({ grain }) => grain === 'sentence')
    .sort((a, b) => a.score - b.score);
  const sideOf = (units: readonly Unit[]) => ({
    id: 'paper',
    sentences: units.filter(({ kind }) => kind === 'sentence'),
  });
  const of = (name: string, side: 'upstream' | 'downstream'): string =>
    alignment.units[side].find(({ text }) => text?.includes(name))?.id ?? '';
  const right = links.slice(1).map(({ upstream, downstream }) => ({
    upstream: upstream[0],
    downstream: downstream[0],
    relations: ['adapted'],
  }));
  const overlooked = {
    upstream: of('渔民', 'upstream'),
    downstream: of('码头', 'downstream'),
    relations: ['adapted'],
  };
  const downstream = sideOf(alignment.units.downstream);
  const file = join(cwd, 'gold.json');
  writeFileSync(
    file,
    JSON.stringify({
      schema: 'gold.alignment/1',
      annotators: 1,
      upstream: sideOf(alignment.units.upstream),
      downstream,
      scope: [...new Set(downstream.sentences.map(({ section }) => section))],
      sections: [],
      sentences: [...right, overlooked],
    }),
  );
  return { file, links: links.length };
}

interface Unit {
  readonly id: string;
  readonly kind: string;
  readonly section?: string | null;
  readonly text?: string;
}

describe('eval --review-curve', () => {
  it('sets questions that are learned from beside a list of links that is read through', async () => {
    await withPapers(async (cwd) => {
      const { file, links } = await goldOn(cwd);
      const args = ['eval', file, '--up', 'up.txt', '--down', 'down.txt', '--review-curve'];
      const ran = await cli([...args, '--format', 'json'], { cwd });
      expect([ran.code, ran.err]).toEqual([0, '']);
      const [{ reviewCurves }] = (
        JSON.parse(ran.out) as { results: [{ reviewCurves: readonly Curve[] }] }
      ).results;
      const f1 = Object.fromEntries(
        reviewCurves.map(({ order, points }) => [order, points.map((point) => point.f1)]),
      );
      expect(Object.keys(f1)).toEqual(['worth', 'weakest', 'random', 'perfect', 'links']);
      // One of the links is wrong, and as many are wanted as there are.
      const before = (links - 1) / links;
      for (const curve of Object.values(f1)) expect(curve[0]).toBeCloseTo(before, 3);
      // A list of links says of the wrong one that it is, and nothing of the one that is missing.
      const without = (2 * (links - 1)) / (2 * links - 1);
      expect(f1.links?.slice(1).map((value) => value.toFixed(3))).toEqual(
        new Array(4).fill(without.toFixed(3)),
      );
      for (const order of ['worth', 'weakest', 'random'])
        expect(f1[order]?.at(-1)).toBeGreaterThan(before);
      // It asks first about what is wrong.
      for (const order of ['worth', 'weakest', 'random'])
        for (const [i, value] of (f1.perfect ?? []).entries())
          expect(value).toBeGreaterThanOrEqual(f1[order]?.[i] ?? 1);
      expect(f1.perfect?.[1]).toBeGreaterThan(before);
    });
  });
});
