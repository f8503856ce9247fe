import { describe, expect, it } from 'vitest';
import type { Level } from '../../src/model/index.js';
import { levelsOf, levelsToCompare } from '../../src/pipeline/levels.js';
import type { Workspace } from '../../src/pipeline/workspace.js';

/** A corpus of documents of these levels, by id. */
function corpus(
  levels: Readonly<Record<string, Level>>,
  aliases: Readonly<Record<string, readonly string[]>>,
): Pick<Workspace, 'entries' | 'corpus'> {
  const entries = Object.entries(levels).map(([id, level]) => ({
    path: `/c/${id}.txt`,
    shownPath: `c/${id}.txt`,
    head: { id, level, title: id, kind: 'plan' },
  }));
  return {
    entries: () => entries,
    corpus: { root: '/c', shownRoot: 'c', embedded: false, file: { documents: [], aliases } },
  } as unknown as Pick<Workspace, 'entries' | 'corpus'>;
}

const PLANS = { centre: 'national', river: 'province', lake: 'province', town: 'city' } as const;

const ROWS: readonly (readonly [
  name: string,
  levels: Readonly<Record<string, Level>>,
  aliases: Readonly<Record<string, readonly string[]>>,
  expected: readonly string[],
])[] = [
  ['aliases stand for their levels', PLANS, { up: ['river'], down: ['town'] }, ['up', 'down']],
  ['an alias of two levels stands for none', PLANS, { all: ['river', 'town'] }, ['centre', 'town']],
  ['without aliases, who is alone at its level', PLANS, {}, ['centre', 'town']],
  ['one alias, joined by who is alone', PLANS, { up: ['river', 'lake'] }, ['centre', 'up', 'town']],
  ['two papers of one level', { river: 'province', lake: 'province' }, {}, []],
  ['nothing at all', {}, {}, []],
];

describe('what stands for the levels of a corpus', () => {
  it.each(ROWS)('%s', (_, levels, aliases, expected) => {
    const found = levelsOf(corpus(levels, aliases));
    expect(found.flatMap(({ sides }) => sides.map(({ name }) => name))).toEqual(expected);
  });

  it('is an error to compare where there are no two levels', () => {
    expect(() => levelsToCompare(corpus({ river: 'province' }, {}))).toThrow(
      expect.objectContaining({ code: 'corpus/one-level' }),
    );
  });
});
