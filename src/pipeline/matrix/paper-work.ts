/** What one thread does: read a paper once, compare two. */
import { type CompiledThemes, compileThemes, labelThemes } from '../../align/index.js';
import {
  type CompiledTargets,
  clauseTraces,
  compareTargets,
  extractTargets,
  type LabelsByUnit,
  labelsByUnit,
  pairFigures,
  pairLinks,
} from '../../findings/index.js';
import type {
  ClauseTrace,
  DocumentUnits,
  MatrixLink,
  MatrixPaper,
  PairFigures,
  Side,
  Target,
  Theme,
} from '../../model/index.js';
import { UserError, withoutAbsent } from '../../text/index.js';
import { betterHead } from '../added-head.js';
import { alignFresh } from '../align.js';
import { targetLexicon } from '../knowledge.js';
import { once } from '../once.js';
import { readPaper, unitsOf } from '../read.js';
import { selectThemes } from '../select-themes.js';
import type { Workspace } from '../workspace.js';
import type { Paper, PaperFile } from './collection.js';

/** What is wanted of a pair besides its figures. */
export interface Wanted {
  /** Themes by id or label, separated by commas; all of them without it. */
  readonly theme?: string | undefined;
  readonly links: boolean;
  readonly traces: boolean;
}

/** What a pair came to, without its papers. */
export interface PairResult {
  readonly figures: PairFigures;
  readonly links?: readonly MatrixLink[];
  readonly traces?: readonly ClauseTrace[];
}

/** What a paper's own text and file name tell of it. */
export type PaperHead = MatrixPaper;

/** A paper ready for comparing: everything that does not depend on what it is compared with. */
interface ReadyPaper {
  readonly side: Side;
  readonly labels: () => LabelsByUnit;
  readonly targets: () => readonly Target[];
}

/** One thread's work, its papers kept while they are wanted. */
export interface PaperWork {
  readonly head: (file: PaperFile) => Promise<PaperHead>;
  readonly pair: (upstream: Paper, downstream: Paper) => Promise<PairResult>;
}

/**
 * Bytes of papers that a thread keeps ready: some sixty provincial plans, about 80 MB of memory.
 * The pairs come in an order that asks for few papers at a time.
 */
const KEPT_BYTES = 2_000_000;

export function paperWork(ws: Workspace, wanted: Wanted): PaperWork {
  const themes = selectThemes(ws.themes(), wanted.theme);
  const compiled = once(() => compileThemes(themes));
  const lexicon = once(() => targetLexicon(ws));
  const kept = new Map<string, Promise<ReadyPaper>>();
  const sizes = new Map<string, number>();
  const ready = (paper: Paper): Promise<ReadyPaper> => {
    const there = kept.get(paper.key);
    kept.delete(paper.key);
    const made = there ?? makeReady(ws, paper, compiled, lexicon);
    kept.set(paper.key, made);
    sizes.set(paper.key, paper.bytes);
    dropOldest(kept, sizes);
    return made;
  };
  return {
    head: (file) => headOf(ws, file),
    pair: async (upstream, downstream) => {
      const [up, down] = [await ready(upstream), await ready(downstream)];
      return compare(ws, { up, down, themes, wanted, lexicon: lexicon() });
    },
  };
}

/** The last two stay, whatever their size: they are being compared. */
function dropOldest(kept: Map<string, unknown>, sizes: Map<string, number>): void {
  const sum = (): number => [...kept.keys()].reduce((all, key) => all + (sizes.get(key) ?? 0), 0);
  for (const key of kept.keys()) {
    if (kept.size <= 2 || sum() <= KEPT_BYTES) return;
    kept.delete(key);
    sizes.delete(key);
  }
}

async function headOf(ws: Workspace, { file, path }: PaperFile): Promise<PaperHead> {
  const at = { file, shown: path };
  const first = await readPaper(ws, at, {});
  const { stated } = betterHead(file, first, ws.regions());
  const parsed = Object.keys(stated).length === 0 ? first : await readPaper(ws, at, { stated });
  const [document] = parsed.documents;
  if (document === undefined) throw new UserError('ingest/empty', { path });
  const { id, title, level, region, kind, date } = document;
  return { path, id, title, kind, ...withoutAbsent({ level, region, date }) };
}

/** A paper cut into units, its head as the collection knows it. */
export async function paperUnits(ws: Workspace, paper: Paper): Promise<DocumentUnits[]> {
  const { id, title, level, region, kind, date, file, path } = paper;
  const stated = { id, title, kind, ...withoutAbsent({ level, region, date }) };
  return unitsOf(await readPaper(ws, { file, shown: path }, { stated }));
}

async function makeReady(
  ws: Workspace,
  paper: Paper,
  themes: () => CompiledThemes,
  lexicon: () => CompiledTargets,
): Promise<ReadyPaper> {
  const documents = await paperUnits(ws, paper);
  return {
    side: { name: paper.id, documents },
    labels: once(() => labelsByUnit(documents.flatMap((each) => labelThemes(each, themes())))),
    targets: once(() => documents.flatMap((each) => extractTargets(each, lexicon()))),
  };
}

interface Comparing {
  readonly up: ReadyPaper;
  readonly down: ReadyPaper;
  readonly themes: readonly Theme[];
  readonly wanted: Wanted;
  readonly lexicon: CompiledTargets;
}

async function compare(
  ws: Workspace,
  { up, down, themes, wanted, lexicon }: Comparing,
): Promise<PairResult> {
  const alignment = await alignFresh(ws, up.side, down.side);
  const targets = compareTargets(alignment, up.targets(), down.targets(), lexicon);
  return {
    figures: pairFigures({ alignment, labels: up.labels(), themes, targets }),
    ...(wanted.links && { links: pairLinks(alignment) }),
    ...(wanted.traces && { traces: clauseTraces(alignment) }),
  };
}
