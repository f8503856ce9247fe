/** One paper against a thousand: the pairs of a collection compared, resumably, on several threads. */
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { whileLocked } from '../../corpus/index.js';
import type {
  DocumentUnits,
  MatrixFault,
  MatrixPaper,
  MatrixRow,
  Theme,
} from '../../model/index.js';
import { itemAt, UserError, valueAt } from '../../text/index.js';
import { once } from '../once.js';
import { textsIn } from '../search/corpus-texts.js';
import { openIndex } from '../search/open-index.js';
import { selectThemes } from '../select-themes.js';
import type { Workspace } from '../workspace.js';
import { forEachAtOnce } from './at-once.js';
import { worthAligning } from './candidates.js';
import { type Collected, collect, type Paper } from './collection.js';
import { coordinate } from './coordinate.js';
import { type Crew, jobsFor, openCrew } from './crew.js';
import { estimate, type MatrixEstimate } from './estimate.js';
import { readHeads } from './heads.js';
import { type Journal, openJournal } from './journal.js';
import { readPairList } from './pair-list.js';
import { choosePairs, type PairChoice, type PairCodes, workOrder } from './pairs.js';
import { paperUnits, type Wanted } from './paper-work.js';
import { runKey } from './run-key.js';

/** What is being done, for whoever waits. */
export type MatrixStep =
  | { readonly kind: 'heads'; readonly done: number; readonly all: number }
  /** How many workers listen to the queue. */
  | { readonly kind: 'workers'; readonly count: number }
  | {
      readonly kind: 'pairs';
      readonly done: number;
      readonly all: number;
      /** Pairs a second of this run, and the seconds that the rest will take; absent at the beginning. */
      readonly rate?: number;
      readonly left?: number;
    };

export interface MatrixOfOptions extends Omit<PairChoice, 'listed' | 'worth'> {
  /** A folder of files that is no corpus; the corpus of the workspace without it. */
  readonly folder?: string | undefined;
  /** A file of pairs. */
  readonly pairs?: string | undefined;
  /** Only pairs that share wording enough for so many sentences in the same words, by an index that is kept. */
  readonly candidates?: number | undefined;
  /** Themes by id or label, separated by commas; all of them without it. */
  readonly theme?: string | undefined;
  /** Every link of every pair too. */
  readonly links?: boolean;
  /** Where clauses went, for `diffusionOf`. */
  readonly traces?: boolean;
  /** Threads. Without it one where the papers are few and short, else as many as there are processors, two at most. */
  readonly jobs?: number | undefined;
  /** A server whose workers compare the pairs, instead of threads here. */
  readonly queue?: string | undefined;
  /** Keeps results between runs. */
  readonly state: string;
  /** What the state folder is called in messages. */
  readonly shownState?: string;
  readonly tell?: (step: MatrixStep) => void;
}

/** A matrix done: its rows are read from disk as they are asked for. */
export interface MatrixResult {
  readonly papers: readonly MatrixPaper[];
  readonly themes: readonly Theme[];
  /** Pairs chosen, found by earlier runs, found now, and given up. */
  readonly pairs: number;
  readonly kept: number;
  readonly found: number;
  readonly lost: number;
  /** Papers that could not be read, and the first pair of each that could not be compared. */
  readonly faults: readonly MatrixFault[];
  /** Files in no format that is read. */
  readonly left: readonly string[];
  /** A paper cut into units anew. *Errors*: those of reading. */
  readonly unitsOf: (paper: MatrixPaper) => Promise<readonly DocumentUnits[]>;
  /** In the order of the collection: by the upper, then the lower paper. */
  readonly rows: () => Iterable<MatrixRow>;
}

/**
 * Compare the pairs of a corpus or folder, and hand the result to `use` while no other run writes to its state.
 *
 * What a killed run found is kept in the state folder and not found again: a line is written as each pair is done.
 * *Errors*: `matrix/…`, `corpus/locked`, `corpus/unknown-theme`, those of the corpus. What cannot be read is a fault of
 * the result.
 *
 * @example
 * const ws = openWorkspace(process.cwd());
 * const state = 'node_modules/.cache/duibiao-example';
 * const options = { state, from: ['hubei-resolution-2020'], to: ['wuhan-resolution-2020'] };
 * const rows = await matrixOf(ws, options, async (result) => [...result.rows()]);
 */
export async function matrixOf<Value>(
  ws: Workspace,
  options: MatrixOfOptions,
  use: (result: MatrixResult) => Promise<Value>,
): Promise<Value> {
  return withPlan(ws, options, (plan) => runPlan(plan, options, use));
}

/** Plan a run in its state folder, which no other run writes to meanwhile. */
async function withPlan<Value>(
  ws: Workspace,
  options: MatrixOfOptions,
  use: (plan: Plan) => Promise<Value>,
): Promise<Value> {
  const { state, shownState = state } = options;
  return whileLocked(resolve(ws.cwd, state), shownState, async () => {
    const folder = join(resolve(ws.cwd, state), runKey(ws, wantedOf(options)));
    try {
      mkdirSync(folder, { recursive: true });
      const plan = await planOf(ws, options, folder);
      try {
        return await use(plan);
      } finally {
        await plan.crew.dismiss();
      }
    } catch (error) {
      throw unwritable(error, shownState);
    }
  });
}

/** No room for a result, or no right: what was kept stays, and the next run goes on from there. */
function unwritable(error: unknown, path: string): unknown {
  const { code = '', syscall = '' } = error as NodeJS.ErrnoException;
  const isOfDisk = error instanceof Error && ['write', 'open', 'mkdir', 'fsync'].includes(syscall);
  if (!isOfDisk || code === 'ENOENT') return error;
  return new UserError('cli/unwritable', { path, reason: code }, { cause: error });
}

/**
 * What `matrixOf` would have to do, and how long it would take here: some pairs are compared to find out, none is kept.
 *
 * *Errors*: those of `matrixOf`.
 */
export async function matrixEstimate(
  ws: Workspace,
  options: MatrixOfOptions,
): Promise<MatrixEstimate & { readonly papers: number }> {
  return withPlan(ws, options, async (plan) => {
    const journal = openJournal(plan.results, plan.papers, plan.codes);
    const open = [...plan.codes].filter((code) => !journal.has(code));
    journal.close();
    return { papers: plan.papers.length, ...(await estimate(plan.papers, open, plan.crew)) };
  });
}

/** Remove what a finished run kept. */
export function dropState(ws: Workspace, state: string): void {
  rmSync(resolve(ws.cwd, state), { recursive: true, force: true });
}

function wantedOf({ theme, links = false, traces = false }: MatrixOfOptions): Wanted {
  return { theme, links, traces };
}

/** Papers, pairs and who works on them. */
interface Plan {
  readonly ws: Workspace;
  /** Folder of the results. */
  readonly results: string;
  readonly papers: readonly Paper[];
  readonly themes: readonly Theme[];
  readonly faults: readonly MatrixFault[];
  readonly left: readonly string[];
  readonly codes: PairCodes;
  readonly crew: Crew;
  readonly run: string;
  readonly wanted: Wanted;
}

async function planOf(ws: Workspace, options: MatrixOfOptions, folder: string): Promise<Plan> {
  const wanted = wantedOf(options);
  const themes = selectThemes(ws.themes(), wanted.theme);
  const corpus = ws.corpus.embedded ? undefined : ws.corpus.root;
  const collected = collect(ws, options.folder);
  const jobs = options.jobs ?? jobsFor(collected.files);
  const crew = await openCrew(ws, { cwd: ws.cwd, corpus, wanted }, { jobs });
  try {
    const found = await papersOf(collected, options, crew, folder);
    const listed =
      options.pairs === undefined
        ? undefined
        : readPairList(resolve(ws.cwd, options.pairs), options.pairs);
    const aliases = options.folder === undefined ? ws.corpus.file.aliases : {};
    const { candidates } = options;
    const worth =
      candidates === undefined || listed !== undefined
        ? undefined
        : worthAligning(found.papers, await openIndex(ws, textsIn(ws, options.folder)), candidates);
    return {
      ...found,
      ws,
      results: folder,
      themes,
      crew,
      run: runKey(ws, wanted),
      wanted,
      codes: choosePairs(found.papers, { ...options, listed, worth }, aliases),
    };
  } catch (error) {
    await crew.dismiss();
    throw error;
  }
}

async function papersOf(
  collected: Collected,
  { tell }: MatrixOfOptions,
  crew: Crew,
  folder: string,
): Promise<Pick<Plan, 'papers' | 'faults' | 'left'>> {
  if (collected.kind === 'corpus') return { papers: collected.files, faults: [], left: [] };
  const { files, left } = collected;
  const all = files.length;
  const heads = await readHeads(files, crew, folder, (done) =>
    tell?.({ kind: 'heads', done, all }),
  );
  return { ...heads, left };
}

async function runPlan<Value>(
  plan: Plan,
  options: MatrixOfOptions,
  use: (result: MatrixResult) => Promise<Value>,
): Promise<Value> {
  const journal = openJournal(plan.results, plan.papers, plan.codes);
  try {
    const kept = journal.done();
    const found = await (options.queue === undefined
      ? comparePairs(plan, journal, options.tell)
      : overQueue(plan, journal, options, options.queue));
    return await use(resultOf(plan, journal, kept, [...plan.faults, ...found]));
  } finally {
    journal.close();
  }
}

function resultOf(
  plan: Plan,
  journal: Journal,
  kept: number,
  faults: readonly MatrixFault[],
): MatrixResult {
  const { ws, papers, themes, codes, left } = plan;
  const byPath = once(() => new Map(papers.map((paper) => [paper.path, paper])));
  return {
    papers: papers.map(paperOf),
    themes,
    pairs: codes.length,
    kept,
    found: journal.done() - kept,
    lost: codes.length - journal.done(),
    faults,
    left,
    unitsOf: (paper) => paperUnits(ws, valueAt(byPath(), paper.path)),
    rows: () => rowsOf(plan, journal),
  };
}

/** Compare what no earlier run has; a paper that fails is told of once. */
async function comparePairs(
  { papers, codes, crew }: Plan,
  journal: Journal,
  tell: MatrixOfOptions['tell'],
): Promise<MatrixFault[]> {
  const faults = new Map<string, MatrixFault>();
  const progress = progressOf(codes.length, journal.done(), tell);
  const open = function* (): Generator<number> {
    for (const code of workOrder(codes, papers.length)) if (!journal.has(code)) yield code;
  };
  await forEachAtOnce(open(), crew.jobs * 2, async (code) => {
    const upstream = itemAt(papers, Math.floor(code / papers.length));
    const downstream = itemAt(papers, code % papers.length);
    const found = await crew.pair(upstream, downstream);
    if (found.kind === 'done') journal.add(code, found.value);
    else {
      const fault = { path: `${upstream.path} → ${downstream.path}`, why: found.why };
      if (!faults.has(found.why.en)) faults.set(found.why.en, fault);
    }
    progress();
  });
  return [...faults.values()];
}

function overQueue(
  { papers, codes, run, wanted }: Plan,
  journal: Journal,
  { tell }: MatrixOfOptions,
  url: string,
): Promise<MatrixFault[]> {
  const settled = progressOf(codes.length, journal.done(), tell);
  const workers = (count: number): void => tell?.({ kind: 'workers', count });
  return coordinate({ url, run, wanted, papers, codes, journal, settled, workers });
}

/** Counts pairs and seconds. */
function progressOf(
  all: number,
  kept: number,
  tell: MatrixOfOptions['tell'],
): (pairs?: number) => void {
  const began = performance.now();
  let count = 0;
  tell?.({ kind: 'pairs', done: kept, all });
  return (pairs = 1) => {
    count += pairs;
    const rate = (count * 1000) / Math.max(1, performance.now() - began);
    const done = kept + count;
    tell?.({ kind: 'pairs', done, all, rate, left: (all - done) / rate });
  };
}

function* rowsOf({ papers, codes }: Plan, journal: Journal): Generator<MatrixRow> {
  for (const code of codes) {
    const found = journal.read(code);
    if (found === undefined) continue;
    const { figures, links, traces } = found;
    yield {
      upstream: paperOf(itemAt(papers, Math.floor(code / papers.length))),
      downstream: paperOf(itemAt(papers, code % papers.length)),
      figures,
      ...(links !== undefined && { links }),
      ...(traces !== undefined && { traces }),
    };
  }
}

/** A paper without where it lies on this machine. */
function paperOf({ file: _file, key: _key, bytes: _bytes, ...paper }: Paper): MatrixPaper {
  return paper;
}
