/** The engine, or another tool's results, against annotated links and themes. */
import {
  type AlignmentGold,
  type AlignmentPrediction,
  type ClausesGold,
  type ClausesPrediction,
  calibrationError,
  clausesPredicted,
  pooledReliability,
  predictionOf,
  scoreAlignment,
  scoreClauses,
  scoreCoverage,
  scoreThemes,
  type ThemesGold,
  type ThemesPrediction,
} from '../../evaluate/index.js';
import type { EvaluationView, EvalView } from '../../findings/index.js';
import type { Alignment, DocumentKind, Side } from '../../model/index.js';
import { groupBy, itemAt, UserError, valueAt } from '../../text/index.js';
import { alignPair } from '../align.js';
import { labelsOfSides, themesOf } from '../knowledge.js';
import { type ReadOptions, readSide } from '../read.js';
import { openReview } from '../review/session.js';
import type { Workspace } from '../workspace.js';
import { type GoldFile, goldFiles, type PeerFile, peerFile } from './gold-files.js';
import { reviewCurves } from './review-curve.js';

export interface EvaluationOfOptions extends ReadOptions {
  /** File of another tool's results, scored instead of the engine; wants one gold file. */
  readonly peer?: string | undefined;
  /** The annotated texts, where they are not documents of the corpus. */
  readonly up?: string | undefined;
  readonly down?: string | undefined;
  /** Measure how links get better by decisions, the gold as the person. */
  readonly reviewCurve?: boolean | undefined;
}

/**
 * Scores against gold files; without paths against those of the project.
 *
 * *Out* without results where there is no gold. *Cost*: aligns and labels what the gold is of.
 * *Errors*: `ingest/not-found`, `ingest/directory`, `eval/bad-file`, `eval/no-text`, those of reading.
 *
 * @example
 * const ws = openWorkspace(process.cwd());
 * const { results } = await evaluationOf(ws, ['fixtures/gold/hubei-wuhan.json']);
 */
export async function evaluationOf(
  ws: Workspace,
  paths: readonly string[],
  options: EvaluationOfOptions = {},
): Promise<EvalView> {
  const files = await goldFiles(paths, ws.cwd);
  if (options.peer === undefined) return scoreEngine(ws, files, options);
  const [file, ...others] = files;
  if (file === undefined || others.length > 0)
    throw new RangeError('a peer is scored against one gold file');
  return scorePeer(ws, file, options.peer);
}

async function scorePeer(ws: Workspace, { path, gold }: GoldFile, peer: string): Promise<EvalView> {
  const found = await peerFile(peer, ws.cwd);
  return { peer, results: [peerScored({ path, gold }, found)], reliability: [], coverage: [] };
}

function peerScored({ path, gold }: GoldFile, found: PeerFile): EvaluationView {
  switch (gold.schema) {
    case 'gold.alignment/1':
      return linksScored({ path, gold, found: found.alignment() });
    case 'gold.themes/1':
      return themesScored({ path, gold, found: found.themes() });
    case 'gold.clauses/1':
      return clausesScored({ path, gold, found: found.clauses() });
  }
}

type LinksFound = GoldFile<AlignmentGold> & { readonly found: AlignmentPrediction };
type ThemesFound = GoldFile<ThemesGold> & { readonly found: ThemesPrediction };

async function scoreEngine(
  ws: Workspace,
  files: readonly GoldFile[],
  { up, down, peer: _, reviewCurve = false, ...reading }: EvaluationOfOptions,
): Promise<EvalView> {
  const links: LinksFound[] = [];
  const themes: ThemesFound[] = [];
  const results: EvaluationView[] = [];
  const textOf = (gold: string, own?: string) => (id: string) =>
    own === undefined ? sideOfGold(ws, gold, id) : readSide(ws, own, reading);
  const pairs = new Map<string, GoldSides>();
  for (const { path, gold } of files)
    if (gold.schema !== 'gold.themes/1')
      pairs.set(path, {
        upstream: await textOf(path, up)(gold.upstream.id),
        downstream: await textOf(path, down)(gold.downstream.id),
      });
  const alignments = await alignAll(ws, pairs);
  for (const { path, gold } of files) {
    if (gold.schema === 'gold.alignment/1') {
      const alignment = valueAt(alignments, path);
      const own = { path, gold, found: predictionOf(alignment) };
      links.push(own);
      const { upstream, downstream } = alignment;
      const scored = linksScored(own, { upstream: upstream.name, downstream: downstream.name });
      const isWanted = reviewCurve && gold.sentences.length > 0;
      const curves = isWanted && reviewCurves(await openReview(ws, upstream, downstream), gold);
      results.push(curves === false ? scored : { ...scored, curves });
    } else if (gold.schema === 'gold.clauses/1') {
      results.push(clausesScored({ path, gold, found: clausesFound(valueAt(alignments, path)) }));
    } else {
      const sides: Side[] = [];
      for (const { id } of gold.documents) sides.push(await textOf(path)(id));
      const own = { path, gold, found: labelled(ws, sides) };
      themes.push(own);
      results.push(themesScored(own));
    }
  }
  return {
    results,
    reliability: reliabilityByGenre(results, alignments),
    coverage: coverageErrors(links, themes),
  };
}

/** Scores as probabilities, pooled over the pairs whose upper document is of one kind; nothing where only one pair was scored. */
function reliabilityByGenre(
  results: readonly EvaluationView[],
  alignments: ReadonlyMap<string, Alignment>,
): EvalView['reliability'] {
  const scored = [...new Map(results.map((result) => [result.gold, result])).values()].flatMap(
    (result) =>
      result.type === 'alignment' && result.score.links !== undefined
        ? [{ gold: result.gold, rows: result.score.links.reliability }]
        : [],
  );
  if (scored.length < 2) return [];
  const genreOf = ({ gold }: { readonly gold: string }): DocumentKind =>
    valueAt(alignments, gold).upstream.documents[0]?.head.kind ?? 'other';
  return [...groupBy(scored, genreOf)].map(([genre, own]) => {
    const rows = pooledReliability(own.map((each) => each.rows));
    return { genre, pairs: own.length, rows, error: calibrationError(rows) };
  });
}

interface GoldSides {
  readonly upstream: Side;
  readonly downstream: Side;
}

/** At one time, so that a model of the user's own is asked once. */
async function alignAll(
  ws: Workspace,
  pairs: ReadonlyMap<string, GoldSides>,
): Promise<ReadonlyMap<string, Alignment>> {
  const aligned = await Promise.all(
    [...pairs.values()].map(({ upstream, downstream }) => alignPair(ws, upstream, downstream)),
  );
  return new Map([...pairs.keys()].map((path, i) => [path, itemAt(aligned, i)]));
}

/** Errors: `eval/no-text`. */
async function sideOfGold(ws: Workspace, gold: string, id: string): Promise<Side> {
  if (ws.entries().some(({ head }) => head.id === id)) return readSide(ws, id);
  throw new UserError('eval/no-text', { gold, document: id });
}

function labelled(ws: Workspace, sides: readonly Side[]): ThemesPrediction {
  const labels = labelsOfSides(sides, themesOf(ws), ws.cache);
  const documents = sides.flatMap((side) => side.documents);
  return {
    documents: documents.map(({ head, sentences }) => ({
      document: { id: head.id },
      units: sentences.map(({ id, section, text }) => ({
        id,
        kind: 'sentence',
        section: section ?? null,
        text,
      })),
      labels: sentences.flatMap(({ id }) => [...(labels.get(id) ?? [])]),
    })),
  };
}

function linksScored(
  { path, gold, found }: LinksFound,
  names = { upstream: gold.upstream.id, downstream: gold.downstream.id },
): Extract<EvaluationView, { readonly type: 'alignment' }> {
  return { type: 'alignment', gold: path, ...names, score: scoreAlignment(gold, found) };
}

type ClausesFound = GoldFile<ClausesGold> & { readonly found: ClausesPrediction };

function clausesFound({ upstream, clauses }: Alignment): ClausesPrediction {
  const sentences = upstream.documents.flatMap((document) => document.sentences);
  return clausesPredicted(sentences, clauses?.upstream ?? []);
}

function clausesScored({ path, gold, found }: ClausesFound): EvaluationView {
  const { upstream, downstream } = gold;
  return {
    type: 'clauses',
    gold: path,
    upstream: upstream.id,
    downstream: downstream.id,
    score: scoreClauses(gold, found),
  };
}

function themesScored({ path, gold, found }: ThemesFound): EvaluationView {
  const documents = gold.documents.map(({ id }) => id);
  return { type: 'themes', gold: path, documents, score: scoreThemes(gold, found) };
}

/** Coverage wants sentence links, and themes of the downstream document. */
function coverageErrors(
  links: readonly LinksFound[],
  themes: readonly ThemesFound[],
): EvalView['coverage'] {
  const knows = (labels: ThemesGold, { sentences, downstream }: AlignmentGold): boolean =>
    sentences.length > 0 && labels.documents.some(({ id }) => id === downstream.id);
  return links.flatMap((own) =>
    themes
      .filter((other) => knows(other.gold, own.gold))
      .map((other) => ({
        links: own.path,
        themes: other.path,
        errors: scoreCoverage(own.gold, other.gold, own.found, other.found),
      })),
  );
}
