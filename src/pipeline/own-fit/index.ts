/** A fit beside the engine, made of what people decided. */
import { existsSync } from 'node:fs';
import {
  LEAST_DECIDED,
  type OwnRefusal,
  type OwnVerdict,
  ownLessons,
  weighOwnFit,
} from '../../align/index.js';
import { ownFitPlace, writeWhole } from '../../corpus/index.js';
import type { OwnFitView } from '../../findings/index.js';
import type { Decision, Side } from '../../model/index.js';
import { contentKey, itemAt, UserError } from '../../text/index.js';
import type { Pair } from '../align.js';
import { commonLinksPlace, decisionsFor, readDecisions } from '../decisions.js';
import { namesWith } from '../explain-sides.js';
import { engineOptions, preparePaper } from '../papers.js';
import { type ReadOptions, readSide } from '../read.js';
import { inSimplified } from '../traditional.js';
import type { Workspace } from '../workspace.js';
import { besideOf, ownFitText } from './file.js';

export interface FitOwnOptions extends ReadOptions {
  /** Write the fit, where it is worth it. */
  readonly keep?: boolean | undefined;
}

/**
 * Fit beside the engine what people decided, and weigh it on decisions that it has not seen.
 *
 * *In* `names`: papers in pairs, upstream first; none: those that the decisions of the corpus are about. With a user's own model,
 * how far it is believed is fitted too. *Out* what it is worth; with `keep` it is written where it is not worse.
 * *Cost*: aligns every pair, and some ten fits. *Errors*: `own-fit/…`, those of reading.
 *
 * @example
 * const ws = openWorkspace(process.cwd());
 * const { verdict, written } = await fitOwnOf(ws, ['hubei', 'wuhan'], { keep: true });
 */
export async function fitOwnOf(
  ws: Workspace,
  names: readonly string[],
  { keep = false, ...reading }: FitOwnOptions = {},
): Promise<OwnFitView> {
  const { pairs, unknown } = names.length > 0 ? { pairs: paired(names), unknown: 0 } : ofCorpus(ws);
  const taught: Taught[] = [];
  for (const [up, down] of pairs)
    taught.push(
      await taughtBy(ws, await readSide(ws, up, reading), await readSide(ws, down, reading)),
    );
  const model = ws.semantics()?.identity();
  const lessons = taught.map((own) => own.lessons);
  const verdict = weighOwnFit(lessons, model !== undefined);
  const place = ownFitPlace(ws.corpus, ws.cwd);
  const { decided, heldOut, before, after, fit } = verdict;
  if (heldOut === undefined || before === undefined || after === undefined)
    throw refusal(ws, verdict);
  const beside = besideOf({ engine: ws.engine(), model });
  const written = keep && fit !== undefined;
  const there = existsSync(place.path);
  if (written) {
    const key = contentKey(...taught.map(({ decisions }) => JSON.stringify(decisions)));
    const decisions = { ...decided, papers: taught.length, key: key.slice(0, 16) };
    const figures = { by: heldOut, before, after };
    writeWhole(
      place.path,
      ownFitText({ ...beside, decisions, heldOut: figures, line: fit.line }),
      place.shown,
    );
  }
  return {
    file: place.shown,
    written,
    there,
    verdict: fit === undefined ? 'worse' : 'better',
    engine: beside.engine.version,
    model: model !== undefined,
    decided,
    unknown,
    stale: lessons.reduce((sum, { stale }) => sum + stale, 0),
    twice: taught.reduce((sum, { decisions }) => sum + answeredTwice(decisions), 0),
    papers: taught.map(({ papers }) => papers),
    heldOut: { by: heldOut, before, after },
  };
}

interface Taught {
  readonly papers: OwnFitView['papers'][number];
  readonly decisions: readonly Decision[];
  readonly lessons: ReturnType<typeof ownLessons>;
}

async function taughtBy(ws: Workspace, upstream: Side, downstream: Side): Promise<Taught> {
  const [up, down] = [await inSimplified(upstream), await inSimplified(downstream)];
  const options = await engineOptions(ws, up, down);
  ws.working({ kind: 'align', upstream: upstream.name, downstream: downstream.name });
  const decisions = decisionsFor(ws, upstream, downstream);
  const above = await preparePaper(ws, upstream);
  const below = await preparePaper(ws, downstream);
  const lessons = ownLessons(
    `${upstream.name} > ${downstream.name}`,
    above.prepared,
    below.prepared,
    { ...options, decisions },
  );
  const words = [...lessons.lessons, ...lessons.beyond].flatMap(({ linked }) => linked ?? []);
  const yes = words.filter((linked) => linked).length;
  return {
    papers: { upstream: upstream.name, downstream: downstream.name, yes, no: words.length - yes },
    decisions,
    lessons,
  };
}

/** Errors: `own-fit/odd`. */
function paired(names: readonly string[]): Pair[] {
  if (names.length % 2 > 0) throw new UserError('own-fit/odd', { count: names.length });
  return names.flatMap((up, i): Pair[] => (i % 2 === 0 ? [[up, itemAt(names, i + 1)]] : []));
}

/** The papers that the corpus's decisions are about, and how many decisions are about others. */
function ofCorpus(ws: Workspace): { readonly pairs: Pair[]; readonly unknown: number } {
  const place = commonLinksPlace(ws);
  const decisions = readDecisions(ws, place).flatMap((own) => ('downstream' in own ? [own] : []));
  if (decisions.length === 0) throw new UserError('own-fit/no-decisions', { path: place.shown });
  const known = new Set(ws.entries().map(({ head }) => head.id));
  const pairs = new Map<string, Pair>();
  let unknown = 0;
  for (const { upstream, downstream } of decisions) {
    const [up, down] = [documentOf(upstream.id), documentOf(downstream.id)];
    if (!known.has(up) || !known.has(down)) {
      unknown += 1;
      continue;
    }
    for (const names of namesWith(ws, up, down)) pairs.set(names.join('\u0000'), names);
  }
  if (pairs.size === 0) throw new UserError('own-fit/unknown-papers', { path: place.shown });
  return { pairs: [...pairs.values()], unknown };
}

function documentOf(unit: string): string {
  return unit.split('/')[0] ?? unit;
}

/** Pairs of units of which both is said; the later word is the one that counts. */
function answeredTwice(decisions: readonly Decision[]): number {
  const said = new Map<string, Set<string>>();
  for (const own of decisions) {
    if (!('downstream' in own)) continue;
    const key = `${own.upstream.id} > ${own.downstream.id}`;
    said.set(key, (said.get(key) ?? new Set()).add(own.action));
  }
  return [...said.values()].filter(({ size }) => size > 1).length;
}

/** Too little, or too one-sided, to learn from. */
function refusal(ws: Workspace, { refused, decided: { yes, no } }: OwnVerdict): UserError {
  const { decisions: least, each } = LEAST_DECIDED;
  const path = commonLinksPlace(ws).shown;
  const errors: Record<Exclude<OwnRefusal, 'worse'>, () => UserError> = {
    few: () =>
      yes + no === 0
        ? new UserError('own-fit/no-decisions', { path })
        : new UserError('own-fit/few', { count: yes + no, least }),
    'only-yes': () => new UserError('own-fit/only-yes', { yes, no, each }),
    'only-no': () => new UserError('own-fit/only-no', { yes, no, each }),
    'only-mistakes': () => new UserError('own-fit/only-mistakes', { count: yes + no }),
  };
  if (refused === undefined || refused === 'worse') throw new Error('an own fit without figures');
  return errors[refused]();
}
