/**
 * Every command that writes, killed at its calls that change the disk, again and again, then run once more.
 *
 * CI kills some once; `npm run kills` does it `KILLS` times each, at places drawn from `FUZZ_SEED`.
 */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PaperUnit } from '../../src/pipeline/review/papers.js';
import { cli } from '../support/cli.js';
import { writeCollection } from '../support/collection.js';
import { fuzzed } from '../support/fuzzed.js';
import { FILES, writeIn } from '../support/guarded.js';
import { changesOf, filesIn, type Hook, type Place, runIn, serveIn } from '../support/killed.js';
import { ask } from '../support/review-server.js';
import { exported, UP as RIVER, DOWN as TEA } from '../support/review-sheets.js';
import { ROOT } from '../support/root.js';

const BUILT = existsSync(join(ROOT, 'dist/cli/main.js'));
const { KILLS = '1' } = process.env;

interface Scenario {
  readonly name: string;
  /** Files as they are before the command. */
  readonly set: (place: Place) => Promise<void> | void;
  readonly run: (place: Place, hook?: Hook) => Promise<Ended>;
  /** How a kill is done: a program, or a thread of it. */
  readonly how?: readonly string[];
  /** Only with `KILLS`. */
  readonly long?: boolean;
}

interface Ended {
  readonly status: number | null;
  readonly signal: string | null;
  /** What it printed, where that is what counts. */
  readonly out?: string;
}

const calling =
  (...args: string[]) =>
  async (place: Place, hook?: Hook): Promise<Ended> => {
    const { status, signal, out } = await runIn(place, args, hook);
    // For people it is said otherwise when there is less to do.
    return { status, signal, ...(args.includes('json') && { out }) };
  };

const plans = ({ cwd }: Place): void => writeCollection(join(cwd, 'plans'));
const MATRIX = ['matrix', '--corpus', 'plans', '--from', 'national', '--to', 'province'];
const matrix = (format: string, ...more: string[]) =>
  calling(...MATRIX, '-f', format, '-o', `out.${format}`, '--jobs', '1', ...more);
/** Whole seconds outlive a copy; what was written since gets the later time. */
const dated = ({ cwd }: Place, old: number, late = old): void => {
  for (const [path] of filesIn(cwd)) {
    const isOld = statSync(join(cwd, path)).mtimeMs === old * 1000;
    if (!isOld) utimesSync(join(cwd, path), late, late);
  }
};
const papers = ({ cwd }: Place): void => {
  writeFileSync(join(cwd, 'up.txt'), RIVER);
  writeFileSync(join(cwd, 'down.txt'), TEA);
};
const guarded = ({ cwd }: Place): void => {
  for (const [path, text] of Object.entries(FILES)) writeIn(cwd, path, text);
};
const SOURCES = ['sources', 'plans/city/湖北省武汉市.txt', '--corpus', 'plans', '-f', 'json'];

/** What the two papers do not say of themselves. */
const STATED = ['--level', 'city', '--region', '420100', '--date', '2024-05-01'];

/** All there is to add may have been added by the run that was killed last. */
async function adding(place: Place, hook?: Hook): Promise<Ended> {
  const papers = ['up.txt', 'down.txt'];
  const args = ['corpus', 'add', ...papers, '--corpus', 'corpus', ...STATED];
  const { status, signal, err } = await runIn(place, args, hook);
  const all = papers.every((name) => err.includes(`refused "${name}" is a copy of `));
  return { status: status === 2 && all ? 0 : status, signal };
}

/** Answers as a strict person gives them: what is less than sure is none. */
async function strictAnswers({ cwd }: Place): Promise<void> {
  const { out } = await cli(['align', 'hubei', 'wuhan', '--format', 'json']);
  const { links } = JSON.parse(out) as {
    links: { grain: string; score: number; upstream: string[]; downstream: string[] }[];
  };
  const lines = links
    .filter(({ grain }) => grain === 'sentence')
    .map(({ upstream: [up], downstream: [down], score }) =>
      JSON.stringify({ upstream: up, downstream: down, answer: score >= 0.9 ? 'yes' : 'no' }),
    );
  writeFileSync(join(cwd, 'said.jsonl'), `${lines.join('\n')}\n`);
}

/** An answer of the page: nothing carries the first sentence. */
async function answering(place: Place, hook?: Hook): Promise<Ended> {
  const served = await serveIn(place, ['review', 'up.txt', 'down.txt', '--by', '张三'], hook);
  if (served.url === undefined) return served.ended;
  const url = new URL(served.url);
  const port = Number(url.port);
  const headers = {
    'x-review-token': url.searchParams.get('token') ?? '',
    'content-type': 'application/json',
  };
  const post = (path: string, body: object) =>
    ask(port, { method: 'POST', path, headers, body: JSON.stringify(body) });
  try {
    const { body } = await ask(port, { path: '/api/papers', headers });
    const { upstream } = JSON.parse(body) as { upstream: { units: PaperUnit[] } };
    const unit = upstream.units.find(({ heading }) => !heading)?.id;
    await post('/api/answer', { unit, chosen: [] });
    await post('/api/end', {});
  } catch (error) {
    // It was killed while it answered.
    if (!(error as NodeJS.ErrnoException).code?.startsWith('ECONN')) {
      served.end();
      throw error;
    }
  }
  return served.ended;
}

const SCENARIOS: readonly Scenario[] = [
  { name: 'matrix as NDJSON, resumed', set: plans, run: matrix('ndjson') },
  { name: 'matrix as CSV', set: plans, run: matrix('csv', '--by-theme'), long: true },
  { name: 'matrix as Parquet', set: plans, run: matrix('parquet'), long: true },
  {
    name: 'matrix with two threads, killed whole or a thread alone',
    set: plans,
    run: matrix('ndjson', '--jobs', '2'),
    how: ['', '+', '/', '!', '!'],
    long: true,
  },
  {
    name: 'matrix of candidates, over an index',
    set: plans,
    run: matrix('ndjson', '--candidates', '1'),
    long: true,
  },
  {
    name: 'an index made',
    set: (place) => {
      plans(place);
      dated(place, 1e9);
    },
    run: calling(...SOURCES),
  },
  {
    name: 'an index brought up to date',
    set: async (place) => {
      plans(place);
      dated(place, 1e9);
      await runIn(place, SOURCES);
      writeIn(place.cwd, 'plans/county/新县.txt', RIVER);
      writeIn(place.cwd, 'plans/province/湖南省.txt', TEA);
      dated(place, 1e9, 2e9);
    },
    run: calling(...SOURCES),
    long: true,
  },
  {
    name: 'prepared papers, an alignment and a comparison kept',
    set: papers,
    run: calling('compare', 'up.txt', 'down.txt', '-f', 'json'),
    long: true,
  },
  { name: 'a review in the browser', set: papers, run: answering, long: true },
  {
    name: 'a sheet read back',
    set: async (place) => {
      papers(place);
      const sheet = await exported(place.cwd, 'r.jsonl');
      const { readFileSync } = await import('node:fs');
      const [head = '', ...rows] = readFileSync(sheet, 'utf8').trim().split('\n');
      const answered = rows.map((row) =>
        JSON.stringify({ ...(JSON.parse(row) as object), answer: { decision: 'none' } }),
      );
      writeFileSync(sheet, [head, ...answered].join('\n'));
    },
    run: calling('review', 'import', 'r.jsonl', '--by', '张三'),
    long: true,
  },
  {
    name: 'a fit of one’s own',
    set: strictAnswers,
    run: calling('fit', 'hubei', 'wuhan', '--links', 'said.jsonl', '--own'),
    long: true,
  },
  {
    name: 'answers about a theme',
    set: guarded,
    run: calling('themes', 'try', 'housing', '--yes', 'hubei:三.2', '--no', 'hubei:二.1'),
  },
  {
    name: 'papers added to a corpus',
    set: (place) => {
      guarded(place);
      papers(place);
    },
    run: adding,
  },
  { name: 'a lock', set: guarded, run: calling('check', '--update'), long: true },
  {
    name: 'a report',
    set: papers,
    run: calling('report', 'up.txt', 'down.txt', '-o', 'page.html', '--force'),
    long: true,
  },
];

/** A folder for the work and one for the cache, which `reset` makes as they were when it was made. */
async function inPlace(
  set: Scenario['set'],
  use: (place: Place, reset: () => void) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'duibiao-kill-'));
  const start = mkdtempSync(join(tmpdir(), 'duibiao-start-'));
  const place = { cwd: join(folder, 'work'), cache: join(folder, 'cache') };
  try {
    for (const own of Object.values(place)) mkdirSync(own);
    await set(place);
    // An index knows its files by their times.
    cpSync(folder, start, { recursive: true, preserveTimestamps: true });
    await use(place, () => {
      rmSync(folder, { recursive: true });
      cpSync(start, folder, { recursive: true, preserveTimestamps: true });
    });
  } finally {
    for (const own of [folder, start]) rmSync(own, { recursive: true, force: true });
  }
}

/** Numbers below 2³², the same for the same seed. */
function* drawn(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state >>> 8;
  }
}

/** Files that a run has no business to leave half: all but what it only ever appends to. */
function wholeFiles({ cwd }: Place): [string, string][] {
  return [...filesIn(cwd)].filter(
    ([path]) => !/\.tmp$|\.unfinished\/|\.duibiao-writing/.test(path),
  );
}

/** What a command does when nobody kills it. */
async function wholeRun({ run }: Scenario, place: Place) {
  const before = wholeFiles(place);
  const log = `${place.cwd}.log`;
  const { status, out } = await run(place, { KILL_LOG: log });
  expect(status).toBe(0);
  const changes = changesOf(log);
  const after = wholeFiles(place);
  const kept = [...filesIn(place.cache).keys()];
  return { out, changes, after, kept, known: new Set([...before, ...after].map(String)) };
}

/** Killed some times one after the other, then left alone. *Out* how often. */
async function round(
  { run, how = ['', '+', '/'] }: Scenario,
  place: Place,
  { whole, draw }: { whole: Awaited<ReturnType<typeof wholeRun>>; draw: Generator<number, never> },
): Promise<number> {
  const next = (below: number): number => draw.next().value % below;
  const times = 1 + next(Math.min(4, Number(KILLS)));
  for (let k = 0; k < times; k += 1) {
    const at = `any:${1 + next(whole.changes)}${how[next(how.length)]}`;
    const ended = await run(place, { KILL_AT: at });
    // One that has less to do than the first may end before.
    if (ended.signal !== 'SIGKILL') expect([at, ended.status]).toEqual([at, 0]);
    const strange = wholeFiles(place).filter((file) => !whole.known.has(String(file)));
    expect([at, strange]).toEqual([at, []]);
  }
  const last = await run(place);
  expect([last.status, last.out]).toEqual([0, whole.out]);
  expect([...filesIn(place.cwd)].map(String)).toEqual(whole.after.map(String));
  const litter = [...filesIn(place.cache).keys()].filter((name) => !whole.kept.includes(name));
  expect(litter.filter((name) => !isNumberTaken(name))).toEqual([]);
  return times;
}

/** The number of the killed run is another program's by now: what it left goes later. */
function isNumberTaken(name: string): boolean {
  try {
    process.kill(Number(/\.(\d+)\.tmp$/.exec(name)?.[1]), 0);
    return true;
  } catch {
    return false;
  }
}

describe.skipIf(!BUILT)('killed', () => {
  it.concurrent.each(SCENARIOS.filter(({ long }) => long !== true || KILLS !== '1'))(
    '$name: every file is old or new, and the next run comes to the same',
    (scenario) =>
      inPlace(scenario.set, async (place, reset) => {
        const whole = await wholeRun(scenario, place);
        const draw = drawn(fuzzed(1).seed);
        for (let killed = 0; killed < Number(KILLS); ) {
          reset();
          killed += await round(scenario, place, { whole, draw });
        }
      }),
    Number(KILLS) * 20_000 + 60_000,
  );
});

describe.skipIf(!BUILT)('a disk that is full', () => {
  it('ends a matrix with a sentence; with room it goes on from what was kept', () =>
    inPlace(plans, async (place) => {
      const args = [...MATRIX, '-f', 'ndjson', '--jobs', '1', '--no-cache', '--state', 'kept'];
      const full = await runIn(place, args, { FAIL_AT: 'any:16' });
      expect([full.status, full.out]).toEqual([2, '']);
      expect(full.err).toMatch(/^error: "kept" cannot be written \(no room on the disk/);
      const again = await runIn(place, args);
      expect([again.status, again.out.split('\n')]).toMatchObject([0, { length: 5 }]);
      expect(again.err).toMatch(/[1-3] kept from earlier runs, 0 given up/);
    }));
});
