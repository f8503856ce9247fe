import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../support/root.js';

const MAP = readFileSync(join(ROOT, 'src/README.md'), 'utf8');
const CONTRIBUTING = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8');

/** A walk's steps: the places of each, in order. */
const WALKS = MAP.slice(MAP.indexOf('## Two walks'), MAP.indexOf('## Invariants'))
  .split(/^\*\*/m)
  .slice(1)
  .map((text) =>
    [...text.matchAll(/^\| \d+ \| (.*) \|$/gm)].map(([, step = '']) =>
      [...step.matchAll(/`([\w./-]+\.ts)` `(\w+)`/g)].map(([, path = '', name = '']) => ({
        path,
        name,
      })),
    ),
  );

/** Stages that a walk enters, in order; who carries it between them is no stage. */
const stagesOf = (steps: (typeof WALKS)[number]): string[] =>
  steps
    .flat()
    .map(({ path }) => path.split('/')[0] ?? '')
    .filter((stage) => stage !== 'pipeline')
    .filter((stage, i, all) => stage !== all[i - 1]);

describe('the two walks of src/README.md', () => {
  it('have steps, each with a place', () => {
    expect(WALKS.map((steps) => steps.length)).toEqual([13, 10]);
    expect(WALKS.flat().filter((places) => places.length === 0)).toEqual([]);
  });

  it.each(WALKS.flat(2))('$path has $name', ({ path, name }) => {
    const text = readFileSync(join(ROOT, 'src', path), 'utf8');
    expect(text).toMatch(new RegExp(`^export (?:async )?function ${name}\\b`, 'm'));
  });

  it('go one way, from the door to the door', () => {
    expect(WALKS.map(stagesOf)).toEqual([
      ['cli', 'ingest', 'parse', 'segment', 'align', 'findings', 'render', 'cli', 'corpus'],
      // The state of the commit comes in through `corpus` and is looked at by the same rules.
      ['cli', 'check', 'corpus', 'check', 'render', 'cli'],
    ]);
  });
});

/** Paths in code marks; `<rule>` and the like are for the reader to fill in. */
const pathsIn = (text: string): string[] => [
  ...new Set(
    [...text.matchAll(/`((?:[\w-]+\/)+[\w.-]*|[\w-]+\.ts)`/g)].map(([, path = '']) => path),
  ),
];

describe('places named', () => {
  it('in CONTRIBUTING.md are there', () => {
    const inFull = pathsIn(CONTRIBUTING).filter((path) =>
      /^(?:src|tests|docs|corpus|fixtures)\//.test(path),
    );
    expect(inFull.length).toBeGreaterThan(25);
    expect(inFull.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  it('in src/README.md are there', () => {
    const rows = [...MAP.matchAll(/^\| `([\w/-]+)\/?(?:<[\w-]+>\/)?`[^|]*\|[^|]*\|([^|]*)\|$/gm)];
    expect(rows.length).toBeGreaterThan(15);
    const absent = rows.flatMap(([, part = '', start = '']) =>
      pathsIn(start).filter((path) => !existsIn(part.replace(/\/$/, ''), path)),
    );
    expect(absent).toEqual([]);
  });
});

/** In the part's folder, in one a level below (an analysis, a medium), or from `src`. */
function existsIn(part: string, path: string): boolean {
  const places = [part, dirname(part), '', ...(part === 'render/shared' ? ['render'] : [])];
  return places.some((place) => existsSync(join(ROOT, 'src', place, path)));
}
