import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { cli, inFolder } from '../support/cli.js';
import { fuzzed } from '../support/fuzzed.js';
import { printedFigures } from '../support/printed-accounts.js';
import { ROOT } from '../support/root.js';

/** Units of `align --format json`, as far as they are counted here. */
interface Unit {
  readonly id: string;
  readonly kind: string;
  readonly text: string;
  readonly clauses?: readonly { start: number; end: number; state: string; by?: string[] }[];
}
interface Aligned {
  readonly units: { readonly upstream: readonly Unit[]; readonly downstream: readonly Unit[] };
  readonly links: readonly {
    grain: string;
    relation: string;
    upstream: string[];
    downstream: string[];
  }[];
  readonly unlinked: {
    readonly upstream: readonly string[];
    readonly downstream: readonly string[];
  };
}

const { seed: SEED, runs: RUNS } = fuzzed(4);
const kept = mkdtempSync(join(tmpdir(), 'duibiao-accounts-'));
afterAll(() => rmSync(kept, { recursive: true, force: true }));

const run = async (cwd: string, ...args: string[]): Promise<string> => {
  // Links are made once a pair and kept, as between the calls of a person.
  const { code, out, err } = await cli(args, { cwd, env: { DUIBIAO_CACHE_DIR: kept } });
  if (code !== 0) throw new Error(`duibiao ${args.join(' ')}: ${err}`);
  return out;
};
const json = async (cwd: string, ...args: string[]) =>
  JSON.parse(await run(cwd, ...args, '--format', 'json'));
const tally = (all: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const one of all) counts[one] = (counts[one] ?? 0) + 1;
  return counts;
};

const RANK = ['verbatim', 'adapted', 'paraphrased'];

/** Every sentence in one place, every clause in one state, and each sum the same wherever it is given. */
async function accounts(cwd: string, up: string, down: string): Promise<void> {
  const aligned: Aligned = await json(cwd, 'align', up, down);
  const sentences = (side: 'upstream' | 'downstream') =>
    aligned.units[side].filter(({ kind }) => kind === 'sentence');
  const links = aligned.links.filter(({ grain }) => grain === 'sentence');

  // Sentences: linked or unlinked, never both, never neither, never twice.
  for (const side of ['upstream', 'downstream'] as const) {
    const linked = new Set(links.flatMap((link) => link[side]));
    const ids = sentences(side).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect([...linked, ...aligned.unlinked[side]].sort()).toEqual([...ids].sort());
  }

  // Clauses: in order, apart, inside their sentence, and no word of it outside them.
  const known = new Set(sentences('downstream').map(({ id }) => id));
  for (const { text, clauses = [] } of [...sentences('upstream'), ...sentences('downstream')]) {
    const gaps = [0, ...clauses.map(({ end }) => end)].map((from, index) =>
      text.slice(from, clauses[index]?.start ?? text.length),
    );
    clauses.forEach(({ start, end }, index) => {
      expect(start).toBeGreaterThanOrEqual(clauses[index - 1]?.end ?? 0);
      expect(end).toBeGreaterThan(start);
      expect(end).toBeLessThanOrEqual(text.length);
    });
    if (clauses.length > 0) expect(gaps.join('')).not.toMatch(/\p{Script=Han}/u);
  }
  const states = sentences('upstream').flatMap(({ clauses = [] }) => clauses);
  for (const { state, by = [] } of states) {
    expect(['carried', 'partly', 'missing', 'none']).toContain(state);
    expect(by.every((id) => known.has(id))).toBe(true);
    if (state === 'missing' || state === 'none') expect(by).toEqual([]);
    else expect(by).not.toEqual([]);
  }

  // Sums: of the links, in every command.
  const best = new Map<string, number>();
  for (const { relation, upstream } of links)
    for (const id of upstream)
      best.set(id, Math.min(best.get(id) ?? RANK.length, RANK.indexOf(relation)));
  const covered = tally([...best.values()].flatMap((rank) => RANK[rank] ?? []));
  const clauses = {
    carried: 0,
    partly: 0,
    missing: 0,
    none: 0,
    ...tally(states.map((c) => c.state)),
  };
  const {
    pairs: [{ total, themes }],
  } = await json(cwd, 'coverage', up, down);
  expect({ ...tally([]), ...total.covered }).toMatchObject(covered);
  expect(total.upstream.units).toBe(sentences('upstream').length);
  expect(total.missing + best.size).toBe(total.upstream.units);
  expect(total.local).toBe(aligned.unlinked.downstream.length);
  expect(total.clauses).toEqual(clauses);
  for (const { clauses: some, evidence } of themes) {
    if (some !== undefined)
      expect(
        evidence.missingClauses.filter(({ member }: { member?: true }) => !member).length,
      ).toBe(some.missing);
  }

  const {
    summaries: [summary],
  } = await json(cwd, 'compare', up, down);
  expect(summary.upstreamUnits).toBe(total.upstream.units);
  expect(summary.missing).toBe(total.missing);
  expect(summary.local).toBe(total.local);
  expect(summary.covered).toEqual(total.covered);
  const { coverage, expectedError, ...same } = summary.clauses;
  expect(same).toEqual(clauses);
  expect(coverage).toBe(total.coverageByClause);
  expect(expectedError).toBe(total.expectedError);
  const brief = await json(cwd, 'brief', up, down);
  expect(brief.coverage).toBe(total.coverageByClause);

  // One figure in several formats is one figure.
  const csv = await run(cwd, 'coverage', up, down, '--format', 'csv');
  const [head = '', ...rows] = csv.replace('\ufeff', '').trim().split('\r\n');
  const columns = head.split(',');
  const last = (rows.at(-1) ?? '').split(',');
  const cell = (name: string): number => Number(last[columns.indexOf(name)]);
  expect(cell('clauses_missing')).toBe(clauses.missing);
  expect(cell('coverage_by_clause')).toBe(total.coverageByClause);
  expect(cell('missing')).toBe(total.missing);
  const report = JSON.parse(await run(cwd, 'report', up, down, '-f', 'json', '-o', '-'));
  expect(report.coverage[0].total.clauses).toEqual(clauses);
  const of = tally(report.rows.map(({ type }: { type: string }) => type));
  const perType = (text: string, read: (line: string) => string | undefined) =>
    tally(
      text
        .trim()
        .split(/\r?\n/)
        .flatMap((line) => read(line) ?? []),
    );
  const lines = await run(cwd, 'report', up, down, '-f', 'jsonl', '-o', '-');
  expect(perType(lines, (line) => JSON.parse(line).type)).toMatchObject(of);
  const csvRows = await run(cwd, 'report', up, down, '-f', 'csv', '-o', '-');
  const types = /^(?:section|sentence|missing|local),/u;
  expect(perType(csvRows, (line) => types.exec(line)?.[0].slice(0, -1))).toEqual(of);
  expect([of.missing ?? 0, of.local ?? 0]).toEqual([total.missing, total.local]);
  await printed(cwd, [up, down], { total, themes, brief });
}

interface Counted {
  readonly coverageByClause: number | null;
  readonly expectedError: number;
  readonly clauses?: Readonly<Record<string, number>>;
  readonly missing: number;
  readonly local: number;
  readonly evidence: { readonly missingClauses: readonly unknown[] };
}

/** What a person reads in each medium is what JSON holds. */
async function printed(
  cwd: string,
  [up, down]: readonly [string, string],
  { total, themes, brief }: { total: Counted; themes: Counted[]; brief: Record<string, unknown[]> },
): Promise<void> {
  // Every clause that is missing, and every member of a list that is, is one entry of the first page.
  expect(brief.missing).toHaveLength(total.evidence.missingClauses.length);
  const whole = (share: number): number => Math.round(share * 100);
  const figures = [...themes, total].flatMap(
    ({ coverageByClause: share, expectedError, clauses }) =>
      share == null || clauses === undefined
        ? []
        : [[whole(share), whole(expectedError), clauses.carried, clauses.partly, clauses.missing]],
  );
  const lists = Object.fromEntries(
    ['missing', 'weakened', 'lowered', 'postponed', 'local', 'doubtful'].map((list) => [
      list,
      brief[list]?.length,
    ]),
  );
  const world = { cwd, cache: kept };
  const media = await printedFigures((...args) => run(cwd, ...args), world, [up, down]);
  for (const [medium, { alone, ...said }] of Object.entries(media)) {
    const [percent, error] = figures.at(-1) ?? [];
    const coverage = total.coverageByClause === null ? undefined : `${percent}% ±${error}`;
    expect([medium, said]).toEqual([medium, { coverage, themes: figures, lists }]);
    if (alone !== undefined)
      expect([medium, alone]).toEqual([medium, { missing: total.missing, local: total.local }]);
  }
}

/** Sentences of the embedded papers, to make papers of. */
const SENTENCES = ['hubei', 'wuhan'].flatMap((side) =>
  readdirSync(join(ROOT, 'corpus', side))
    .filter((name) => name.endsWith('proposal-2020.txt'))
    .flatMap(
      (name) =>
        readFileSync(join(ROOT, 'corpus', side, name), 'utf8').match(/[^。\n]{8,120}。/gu) ?? [],
    ),
);
const sentence = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...SENTENCES) },
  // A sentence cut, said twice, joined to another, or of signs alone.
  { weight: 1, arbitrary: fc.constantFrom(...SENTENCES).map((text) => `${text.slice(0, 9)}。`) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...SENTENCES).map((text) => `${text.slice(0, -1)}；${text}`),
  },
  { weight: 1, arbitrary: fc.constantFrom('——。', '“”。', '（）。', '2025年。', 'PM2.5。') },
);
const paper = fc
  .array(
    fc.tuple(
      fc.string({ unit: fc.constantFrom(...'发展改革环境教育'), minLength: 4, maxLength: 9 }),
      fc.array(sentence, { minLength: 1, maxLength: 5 }),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((items) =>
    [
      '关于云山县若干工作的意见',
      ...items.flatMap(([heading, body], index) => [
        `${'一二三四五六'[index]}、${heading}`,
        body.join(''),
      ]),
    ].join('\n'),
  );

describe('every account adds up', () => {
  it('on two proposals', () => accounts(ROOT, 'hubei', 'wuhan'), 240_000);

  it('on papers made of anything', () =>
    inFolder((folder) =>
      fc.assert(
        fc.asyncProperty(paper, paper, async (up, down) => {
          writeFileSync(join(folder, 'up.txt'), up);
          writeFileSync(join(folder, 'down.txt'), down);
          await accounts(folder, 'up.txt', 'down.txt');
        }),
        {
          seed: SEED,
          numRuns: RUNS,
        },
      ),
    ));
});
