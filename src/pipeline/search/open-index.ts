/** The index of a corpus, as the corpus is now: what changed since the last run is read, nothing else. */
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { conceptsOf } from '../../align/index.js';
import { NO_CACHE, whileLocked } from '../../corpus/index.js';
import type { ParsedFile } from '../../model/index.js';
import {
  blocksOf,
  distinctKeys,
  type FindConcepts,
  type IndexedDocument,
  keysOf,
  openVolume,
  type Volume,
  VolumeBuilder,
  type VolumeParts,
} from '../../search/index.js';
import { contentKey, UserError } from '../../text/index.js';
import { readDocuments } from '../read.js';
import { simplifierFor } from '../traditional.js';
import type { Workspace } from '../workspace.js';
import type { CorpusText, SearchedFolder } from './corpus-texts.js';
import {
  dropStrays,
  type IndexList,
  keepList,
  keepVolume,
  type ListedText,
  readList,
  readVolumeIn,
} from './index-store.js';

/** An index ready for questions. */
export interface CorpusIndex {
  readonly root: string;
  readonly shown: string;
  readonly volumes: readonly Volume[];
  /** Files whose documents count; volumes may hold others that are gone or were changed. */
  readonly live: ReadonlyMap<string, Volume>;
  /** Files of the corpus that could not be read. */
  readonly left: readonly string[];
  /** An index was there and damaged: it was made anew. */
  readonly mended: boolean;
}

/** Keys of a volume: its building takes some 20 bytes a key. */
const MOST_KEYS = 6_000_000;
/** Small volumes are made one when there are more. */
const MOST_VOLUMES = 8;

/** `factorOf` for documents whose files are as they were indexed, 0 for all others. */
export function withLive(
  { volumes, live }: CorpusIndex,
  factorOf: (document: IndexedDocument) => number,
): (document: IndexedDocument) => number {
  const there = new Set(
    volumes.flatMap((volume) => volume.documents.filter(({ path }) => live.get(path) === volume)),
  );
  return (document) => (there.has(document) ? factorOf(document) : 0);
}

/** *In* with `keys`, the index need answer for no others. */
export async function openIndex(
  ws: Workspace,
  searched: SearchedFolder,
  keys?: Uint32Array,
): Promise<CorpusIndex> {
  const kept = indexFolder(ws, searched.root);
  const asked = { ...searched, keys };
  if (kept === undefined) return updated(ws, asked, undefined);
  try {
    return await whileLocked(kept, searched.shown, () => updated(ws, asked, kept));
  } catch (error) {
    // Where nothing can be kept, the index serves this run alone.
    if (error instanceof UserError && KEEPING.has(error.code)) return updated(ws, asked, undefined);
    throw error;
  }
}

/** Stands for the index of a folder and all that it would say; absent where it has to be made or brought up to date first. */
export function standingIndex(ws: Workspace, { root, texts }: SearchedFolder): string | undefined {
  const folder = indexFolder(ws, root);
  const { list, check } = folder === undefined ? {} : readList(folder, keyOf(ws));
  if (list === undefined || list.texts.length !== texts.length) return undefined;
  return unchangedIn(list, texts).length === texts.length ? check : undefined;
}

/** The concepts that an index knows besides wording. */
export function indexedConcepts(ws: Workspace): FindConcepts | undefined {
  const { concepts } = ws.alignOptions();
  return concepts === undefined ? undefined : (text) => conceptsOf(concepts, text).keys();
}

interface AskedFolder extends SearchedFolder {
  readonly keys: Uint32Array | undefined;
}

const KEEPING = new Set(['cli/unwritable', 'corpus/locked']);

function indexFolder({ cache }: Workspace, root: string): string | undefined {
  if (cache.folder === undefined) return undefined;
  return join(cache.folder, 'index', contentKey(realpathSync(root)).slice(0, 32));
}

async function updated(
  ws: Workspace,
  searched: AskedFolder,
  folder: string | undefined,
): Promise<CorpusIndex> {
  const known = keptIndex(ws, searched, folder);
  const fresh = searched.texts.filter(({ path }) => !known.texts.has(path));
  const made = await indexTexts(ws, searched.root, fresh);
  const volumes = new Map(known.volumes);
  const texts = new Map(known.texts);
  for (const { parts, members } of made.volumes) {
    const name = folder === undefined ? `${volumes.size}` : keepVolume(folder, parts);
    volumes.set(name, openVolume(parts));
    for (const text of members) texts.set(text.path, { ...text, volume: name });
  }
  for (const text of made.left) texts.set(text.path, text);
  const listed = [...texts.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  if (folder !== undefined) {
    if (fresh.length > 0 || known.dropped)
      keepList(folder, { schema: 'duibiao-index/1', key: keyOf(ws), texts: listed });
    else dropStrays(folder, listed);
  }
  return {
    root: searched.root,
    shown: searched.shown,
    volumes: [...volumes.values()],
    live: new Map(
      listed.flatMap(({ path, volume = '' }) => {
        const own = volumes.get(volume);
        return own === undefined ? [] : [[path, own]];
      }),
    ),
    left: listed.filter(({ volume }) => volume === undefined).map(({ path }) => path),
    mended: known.mended,
  };
}

function keyOf(ws: Workspace): string {
  return contentKey(ws.cache.version ?? '', ws.engine().key, ws.regionsText(), ws.namesText());
}

interface KeptIndex {
  /** Files that are as they were indexed. */
  readonly texts: ReadonlyMap<string, ListedText>;
  readonly volumes: ReadonlyMap<string, Volume>;
  /** Something of the old index is used no more. */
  readonly dropped: boolean;
  readonly mended: boolean;
}

/** What of a kept index still holds. */
function keptIndex(
  ws: Workspace,
  { texts, keys }: AskedFolder,
  folder: string | undefined,
): KeptIndex {
  const nothing = { texts: new Map(), volumes: new Map(), dropped: false, mended: false };
  if (folder === undefined) return nothing;
  const { list, damaged } = readList(folder, keyOf(ws));
  if (list === undefined) return { ...nothing, mended: damaged };
  const unchanged = unchangedIn(list, texts);
  const names = new Set(unchanged.flatMap(({ volume }) => volume ?? []));
  const volumes = new Map([...names].map((name) => [name, readVolumeIn(folder, name, keys)]));
  const lost = [...volumes.values()].includes(undefined);
  const whole = new Map(
    [...volumes].flatMap(([name, own]) => (own === undefined ? [] : [[name, own]])),
  );
  if (unchanged.length < texts.length)
    for (const name of worthJoining(whole, unchanged)) whole.delete(name);
  const good = unchanged.filter(({ volume }) => volume === undefined || whole.has(volume));
  return {
    texts: new Map(good.map((text) => [text.path, text])),
    volumes: whole,
    dropped: good.length < list.texts.length,
    mended: lost,
  };
}

function unchangedIn({ texts }: IndexList, now: readonly CorpusText[]): ListedText[] {
  const known = new Map(texts.map((text) => [text.path, text]));
  return now.flatMap(({ path, size, time }) => {
    const text = known.get(path);
    return text?.size === size && text.time === time ? [text] : [];
  });
}

/** Volumes whose files are indexed again with new ones: those half of whose documents are gone, and small ones of too many. */
function worthJoining(
  volumes: ReadonlyMap<string, Volume>,
  unchanged: readonly ListedText[],
): string[] {
  const live = new Set(unchanged.map(({ path }) => path));
  const sizes = [...volumes].map(([name, { documents }]) => ({
    name,
    gone: documents.filter(({ path }) => !live.has(path)).length / Math.max(1, documents.length),
    keys: documents.reduce((sum, document) => sum + document.keys, 0),
  }));
  const half = sizes.filter(({ gone }) => gone > 0.5).map(({ name }) => name);
  const small = sizes.filter(({ keys }) => keys < MOST_KEYS / 4).map(({ name }) => name);
  return small.length > MOST_VOLUMES ? [...half, ...small] : half;
}

interface Made {
  readonly volumes: { readonly parts: VolumeParts; readonly members: readonly CorpusText[] }[];
  readonly left: readonly CorpusText[];
}

async function indexTexts(
  ws: Workspace,
  root: string,
  texts: readonly CorpusText[],
): Promise<Made> {
  const concepts = texts.length === 0 ? undefined : indexedConcepts(ws);
  const made: Made['volumes'] = [];
  const left: CorpusText[] = [];
  let builder = new VolumeBuilder();
  let members: CorpusText[] = [];
  const close = (): void => {
    if (members.length > 0) made.push({ parts: builder.done(), members });
    builder = new VolumeBuilder();
    members = [];
  };
  for (const [i, text] of texts.entries()) {
    if (i % TOLD === 0) ws.working({ kind: 'index', done: i, texts: texts.length });
    const parsed = await readable(ws, join(root, text.path));
    if (parsed === undefined) {
      left.push(text);
      continue;
    }
    await addFile(builder, text.path, parsed, concepts);
    members.push(text);
    if (builder.weight >= MOST_KEYS) close();
  }
  close();
  return { volumes: made, left };
}

/** A word to who waits, every so many files. */
const TOLD = 50;

/** *Out* absent for a file that is refused: one bad file of a thousand stops nobody. */
async function readable(ws: Workspace, path: string): Promise<ParsedFile | undefined> {
  try {
    // Ids need be apart inside one comparison alone; and of a thousand papers that are read once nothing else need be kept.
    return await readDocuments({ ...ws, owners: new Map(), cache: NO_CACHE }, path);
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

async function addFile(
  builder: VolumeBuilder,
  path: string,
  { source, documents }: ParsedFile,
  concepts: FindConcepts | undefined,
): Promise<void> {
  const simplify = (await simplifierFor(source.text)) ?? ((text: string): string => text);
  for (const [ordinal, document] of documents.entries()) {
    const { id, title, kind, level, region, date } = document;
    const blocks = blocksOf(document).map((text) => distinctKeys(keysOf(simplify(text), concepts)));
    builder.add(
      {
        ...{ path, ordinal, sha256: source.sha256, id, title, kind },
        ...(level !== undefined && { level }),
        ...(region !== undefined && { region }),
        ...(date !== undefined && { date }),
      },
      blocks,
    );
  }
}
