/** Which papers of a corpus a document draws on. */
import {
  nearnessBonus,
  type SourceCandidate,
  type SourcesView,
  sourcesOf,
} from '../../findings/index.js';
import type { DocumentUnits, Level, ParsedFile, Side } from '../../model/index.js';
import {
  creditedByWording,
  distinctKeys,
  type IndexedDocument,
  keysOf,
  rankDocuments,
} from '../../search/index.js';
import { contentKey, itemAt } from '../../text/index.js';
import { alignPair } from '../align.js';
import { type ReadOptions, readFiles, unitsOf } from '../read.js';
import { inSimplified } from '../traditional.js';
import type { Workspace } from '../workspace.js';
import { type SearchedFolder, textsIn } from './corpus-texts.js';
import {
  type CorpusIndex,
  indexedConcepts,
  openIndex,
  standingIndex,
  withLive,
} from './open-index.js';
import { readIndexed } from './read-indexed.js';

export interface SourcesOfOptions extends ReadOptions {
  /** A corpus or any folder of papers; without it the workspace's corpus. */
  readonly folder?: string | undefined;
  /** Only papers of these levels. */
  readonly from?: ReadonlySet<Level> | undefined;
  /** Only papers dated before the document. */
  readonly earlier?: boolean | undefined;
  /** Most sources that are given. Without it at most 5, and none with far fewer clauses than the best. */
  readonly limit?: number | undefined;
}

export interface SourcesResult extends SourcesView {
  /** The index was damaged and has been made anew. */
  readonly mended: boolean;
}

const USUAL_LIMIT = 5;
/** Where so many are asked for, papers that are aligned beside them: only the alignment tells them apart. */
const BESIDE = 1;
/**
 * Share of the best one's clauses, by their wording alone, below which a paper is not worth aligning.
 *
 * *Source* on 131 city statutes, from recorded alignments, 2.2 of five remain and the province's own is first for 124; with 0.15 2.5 and
 * 125, with a third 2.1 and 124.
 */
const WORTH = 0.25;

/**
 * Which papers of a corpus a document draws on, the greatest share of its clauses first, with the passages.
 *
 * An index of what the corpus's papers share finds the few worth aligning; it is kept, and brought up to date where files have
 * changed. The document itself, where the corpus has it, is left out.
 * *Errors*: `search/no-folder`, `search/no-papers`, `corpus/unknown-document`, those of reading.
 *
 * @example
 * const ws = openWorkspace(process.cwd());
 * const { sources } = await sourcesOfDocument(ws, 'wuhan', { from: new Set(['national', 'province']) });
 */
export async function sourcesOfDocument(
  ws: Workspace,
  name: string,
  options: SourcesOfOptions = {},
): Promise<SourcesResult> {
  const { folder, from, earlier = false, limit: wanted, ...reading } = options;
  const limit = wanted ?? USUAL_LIMIT;
  const parsed = await readFiles(ws, name, reading);
  const side: Side = { name, documents: parsed.flatMap(unitsOf) };
  const searched = textsIn(ws, folder);
  const { near, mended } = await nearest(ws, searched, { parsed, side, from, earlier, wanted });
  const candidates: SourceCandidate[] = [];
  for (const indexed of near.documents) {
    const document = await readIndexed(ws, searched.root, indexed);
    if (document === undefined) continue;
    const source: Side = { name: document.head.id, documents: [document] };
    const alignment = await alignPair(ws, source, side);
    candidates.push({ path: indexed.path, document, alignment });
  }
  return {
    side,
    sources: sourcesOf(side.documents, candidates).slice(0, limit),
    papers: near.papers,
    left: near.left,
    mended,
  };
}

interface Question {
  readonly parsed: readonly ParsedFile[];
  readonly side: Side;
  readonly from: ReadonlySet<Level> | undefined;
  readonly earlier: boolean;
  readonly wanted: number | undefined;
}

/** What an index answers; plain JSON data. */
interface Near {
  /** Papers worth aligning with the document. */
  readonly documents: readonly IndexedDocument[];
  /** How many papers were looked through, and which could not be read. */
  readonly papers: number;
  readonly left: readonly string[];
}

/** The papers worth aligning, of an index that is brought up to date first. An index that stands as it was asked before says the same again. */
async function nearest(
  ws: Workspace,
  searched: SearchedFolder,
  question: Question,
): Promise<{ readonly near: Near; readonly mended: boolean }> {
  let mended = false;
  const find = async (): Promise<Near> => {
    const keys = await keysOfSide(ws, question.side);
    const index = await openIndex(ws, searched, keys);
    mended = index.mended;
    const documents = await worthAligning(ws, index, { ...question, keys });
    return { documents, papers: index.live.size, left: index.left };
  };
  const { parsed, side, from, earlier, wanted } = question;
  const asked = { from: from && [...from].sort(), earlier, wanted, documents: side.documents };
  const keep = (index: string, make: () => Promise<Near>): Promise<Near> => {
    const files = parsed.map(({ source }) => source.sha256);
    return ws.cache.rememberLater(
      'ranking',
      () => contentKey(index, ...files, JSON.stringify(asked)),
      make,
    );
  };
  const before = standingIndex(ws, searched);
  if (before !== undefined) {
    const near = await keep(before, find);
    return { near, mended };
  }
  const near = await find();
  const since = standingIndex(ws, searched);
  if (since !== undefined) await keep(since, async () => near);
  return { near, mended };
}

/** What ranks best, and of it what is worth aligning where no number was asked for. */
async function worthAligning(
  ws: Workspace,
  index: CorpusIndex,
  { keys, ...question }: Question & { readonly keys: Uint32Array },
): Promise<IndexedDocument[]> {
  const { side, wanted } = question;
  const most = wanted === undefined ? USUAL_LIMIT : wanted + BESIDE;
  const ranking = { most, factorOf: factorsFor(index, question) };
  const ranked = rankDocuments(index.volumes, keys, ranking).map(({ document }) => document);
  if (wanted !== undefined) return ranked;
  const found: FoundSource[] = [];
  for (const indexed of ranked) {
    const document = await readIndexed(ws, index.root, indexed);
    if (document !== undefined) found.push({ indexed, document });
  }
  return (await nearInWording(side, found)).map(({ indexed }) => indexed);
}

interface FoundSource {
  readonly indexed: IndexedDocument;
  readonly document: DocumentUnits;
}

/** The two that have most of the side's clauses in nearly their wording, and those that have not far fewer. */
async function nearInWording(
  side: Side,
  found: readonly FoundSource[],
): Promise<readonly FoundSource[]> {
  const heads = side.documents.map(({ head }) => head);
  const sources = await Promise.all(
    found.map(async ({ document }) => ({
      sentences: await textsOf({ name: document.head.id, documents: [document] }),
      bonus: nearnessBonus(heads, document.head),
    })),
  );
  const credited = creditedByWording(await textsOf(side), sources);
  const [most = 0, second = 0] = [...credited].sort((a, b) => b - a);
  const least = Math.min(WORTH * most, second);
  return found.filter((_, i) => itemAt(credited, i) >= least);
}

/** Its sentences, in simplified characters. */
async function textsOf(side: Side): Promise<string[]> {
  const { documents } = await inSimplified(side);
  return documents.flatMap(({ sentences }) => sentences.map(({ text }) => text));
}

/** Keys of all sentences of a side, as the index has them of its papers. */
async function keysOfSide(ws: Workspace, side: Side): Promise<Uint32Array> {
  return distinctKeys(keysOf((await textsOf(side)).join('\n'), indexedConcepts(ws)));
}

/** What shares its place with the document is looked at a little sooner. */
const OWN_PLACE = 1.5;

/** How much each paper of an index counts: not at all where it is gone, is the document itself, or not asked for. */
function factorsFor(index: CorpusIndex, { parsed, side, from, earlier }: Question) {
  const own = new Set(parsed.map(({ source }) => source.sha256));
  const heads = side.documents.map(({ head }) => head);
  const date = earlier ? firstDate(side.documents) : undefined;
  return withLive(index, (document: IndexedDocument): number => {
    const { level, region, sha256 } = document;
    if (own.has(sha256)) return 0;
    if (from !== undefined && (level === undefined || !from.has(level))) return 0;
    if (date !== undefined && !(document.date !== undefined && document.date < date)) return 0;
    if (level === 'national') return OWN_PLACE;
    const place = region?.code.replace(/(?:00){1,2}$/, '') ?? '';
    const near = place !== '' && heads.some((head) => head.region?.code.startsWith(place) === true);
    return near ? OWN_PLACE : 1;
  });
}

function firstDate(documents: readonly DocumentUnits[]): string | undefined {
  const dates = documents.flatMap(({ head }) => head.date ?? []).sort();
  return dates.length > 0 ? itemAt(dates, 0) : undefined;
}
