/** Which papers of a corpus a document draws on. */
import { type SourceCandidate, type SourcesView, sourcesOf } from '../../findings/index.js';
import type { DocumentUnits, Level, ParsedFile, Side } from '../../model/index.js';
import {
  distinctKeys,
  type IndexedDocument,
  keysOf,
  rankDocuments,
  tellingDocuments,
} from '../../search/index.js';
import { itemAt } from '../../text/index.js';
import { alignPapersOf, preparePaper } from '../papers.js';
import { type ReadOptions, readFiles, unitsOf } from '../read.js';
import { inSimplified } from '../traditional.js';
import type { Workspace } from '../workspace.js';
import { type CorpusIndex, openIndex, withLive } from './open-index.js';
import { readIndexed } from './read-indexed.js';

export interface SourcesOfOptions extends ReadOptions {
  /** A corpus or any folder of papers; without it the workspace's corpus. */
  readonly folder?: string | undefined;
  /** Only papers of these levels. */
  readonly from?: ReadonlySet<Level> | undefined;
  /** Only papers dated before the document. */
  readonly earlier?: boolean | undefined;
  /** Most sources that are given. Without it at most 5, and none that by the index adds nothing to those before it. */
  readonly limit?: number | undefined;
}

export interface SourcesResult extends SourcesView {
  /** The index was damaged and has been made anew. */
  readonly mended: boolean;
}

const USUAL_LIMIT = 5;
/** Papers that are aligned: those that are given, and some that only the alignment tells from them. */
const BESIDE = 1;

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
  const index = await openIndex(ws, folder);
  const factorOf = factorsFor({ index, parsed, side, from, earlier });
  const keys = await keysOfSide(side, index);
  const most = rankDocuments(index.volumes, keys, { most: limit + BESIDE, factorOf });
  const ranked = wanted === undefined ? tellingDocuments(index.volumes, keys, most) : most;
  const own = await preparePaper(ws, side);
  const candidates: SourceCandidate[] = [];
  for (const { document } of ranked) {
    const source = await readIndexed(ws, index, document);
    if (source === undefined) continue;
    const paper = await preparePaper(ws, { name: document.id, documents: [source] });
    const alignment = await alignPapersOf(ws, paper, own);
    candidates.push({ path: document.path, document: source, alignment });
  }
  return {
    side,
    sources: sourcesOf(side.documents, candidates).slice(0, limit),
    papers: index.live.size,
    left: index.left,
    mended: index.mended,
  };
}

/** Keys of all sentences of a side, as the index has them of its papers. */
async function keysOfSide(side: Side, { concepts }: CorpusIndex): Promise<Uint32Array> {
  const { documents } = await inSimplified(side);
  const text = documents.flatMap(({ sentences }) => sentences.map((s) => s.text)).join('\n');
  return distinctKeys(keysOf(text, concepts));
}

interface Choice {
  readonly index: CorpusIndex;
  readonly parsed: readonly ParsedFile[];
  readonly side: Side;
  readonly from: ReadonlySet<Level> | undefined;
  readonly earlier: boolean;
}

/** What shares its place with the document is looked at a little sooner. */
const OWN_PLACE = 1.5;

/** How much each paper of an index counts: not at all where it is gone, is the document itself, or not asked for. */
function factorsFor({ index, parsed, side, from, earlier }: Choice) {
  const own = new Set(parsed.map(({ source }) => source.sha256));
  const heads = side.documents.map(({ head }) => head);
  const date = earlier ? firstDate(side.documents) : undefined;
  return withLive(index, (document: IndexedDocument): number => {
    const { level, region, sha256 } = document;
    if (own.has(sha256)) return 0;
    if (from !== undefined && (level === undefined || !from.has(level))) return 0;
    if (date !== undefined && !(document.date !== undefined && document.date < date)) return 0;
    if (level === 'national') return OWN_PLACE;
    const place = region?.code.replace(/(?:00)+$/, '') ?? '';
    const near = place !== '' && heads.some((head) => head.region?.code.startsWith(place) === true);
    return near ? OWN_PLACE : 1;
  });
}

function firstDate(documents: readonly DocumentUnits[]): string | undefined {
  const dates = documents.flatMap(({ head }) => head.date ?? []).sort();
  return dates.length > 0 ? itemAt(dates, 0) : undefined;
}
