/** Files into a corpus: read, judged one by one, written together. */
import { existsSync, lstatSync, realpathSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import {
  type CorpusOutput,
  documentOutputs,
  readCorpusFile,
  whileLocked,
  withDocuments,
} from '../corpus/index.js';
import type { ParsedFile, PolicyDocument } from '../model/index.js';
import { itemAt, UserError, withoutAbsent } from '../text/index.js';
import { betterHead, type Guess } from './added-head.js';
import { unpackNames } from './archives.js';
import { contentOf, slugsOf, writeAll, writerOf } from './corpus-files.js';
import { type ReadOptions, readDocuments } from './read.js';
import { openWorkspace, type Workspace } from './workspace.js';

export interface AddToCorpusOptions extends ReadOptions {
  /** The corpus, made where there is none yet; the one `ws` found without it. */
  readonly folder?: string | undefined;
  /** Say what would be written. */
  readonly dryRun?: boolean;
  /** Add the others where some are refused. */
  readonly keepGoing?: boolean;
  /** Told of each file that is refused as it is met, also where nothing is written for it. */
  readonly onRefused?: (refused: RefusedFile) => void;
}

/** A file that cannot be added, and why. */
export interface RefusedFile {
  readonly name: string;
  readonly error: UserError;
}

/** A document that was added. */
export interface AddedDocument {
  readonly document: PolicyDocument;
  /** Path of its file, as shown. */
  readonly file: string;
  /** What its text did not tell, and where it was taken from. */
  readonly guesses: readonly Guess[];
}

export interface AddToCorpusResult {
  readonly parsed: readonly ParsedFile[];
  /** Paths of the new files, as shown. */
  readonly files: readonly string[];
  readonly documents: readonly AddedDocument[];
  /** Files inside archives that are in no format that is read. */
  readonly left: readonly string[];
  /** What `keepGoing` passed over. */
  readonly refused: readonly RefusedFile[];
}

/**
 * Files, and the papers inside archives, as documents of a corpus: their clean texts, and their names in `corpus.yaml`. All or nothing
 * is added, or with `keepGoing` each file that can be; what is written reads back as it was shown.
 *
 * Every file is read before anything is written, so that all that is wrong is told at once.
 * One run writes at a time. The texts are written first, the list last: what a killed run leaves is no part of the
 * corpus, and the same call again completes it.
 *
 * *Errors*: `corpus/refused` where some of several files cannot be added (`onRefused` hears which), of a single file its own:
 * `corpus/duplicate-id`, `corpus/known-text`, `corpus/cannot-store`, `corpus/unlisted`, `corpus/leads-outside`, those
 * of reading. Of the corpus: `corpus/embedded`, `corpus/locked`, those of writing.
 *
 * @example
 * const ws = openWorkspace(process.cwd());
 * const plan = ['fixtures/parse/annex-and-box/input.txt'];
 * const { files } = await addToCorpus(ws, plan, { folder: 'a-corpus', dryRun: true });
 */
export async function addToCorpus(
  ws: Workspace,
  names: readonly string[],
  {
    folder = ownCorpus(ws),
    dryRun = false,
    keepGoing = false,
    onRefused,
    ...reading
  }: AddToCorpusOptions = {},
): Promise<AddToCorpusResult> {
  const add = (): Promise<AddToCorpusResult> =>
    addNow(ws, names, { folder, dryRun, keepGoing, onRefused, reading });
  return dryRun ? add() : whileLocked(resolve(ws.cwd, folder), folder, add);
}

interface Adding extends Required<Pick<AddToCorpusOptions, 'dryRun' | 'keepGoing'>> {
  readonly folder: string;
  readonly onRefused: AddToCorpusOptions['onRefused'];
  readonly reading: ReadOptions;
}

async function addNow(
  ws: Workspace,
  names: readonly string[],
  adding: Adding,
): Promise<AddToCorpusResult> {
  const { folder, dryRun } = adding;
  const { ready, refused, left } = await readyToAdd(ws, names, adding);
  const all = ready.flatMap(({ outputs }) => outputs);
  const listed = contentOf(join(resolve(ws.cwd, folder), 'corpus.yaml'));
  const list = withDocuments(
    listed,
    all.map(({ path }) => path),
  );
  readCorpusFile(list, join(folder, 'corpus.yaml'));
  if (!dryRun && all.length > 0)
    writeAll(ws, folder, [...all, { path: 'corpus.yaml', content: list }]);
  const shown = (path: string): string => join(folder, path);
  return {
    parsed: ready.map(({ parsed }) => parsed),
    files: all.map(({ path }) => shown(path)),
    left,
    refused,
    documents: ready.flatMap(({ parsed, guesses, outputs }) =>
      parsed.documents.map((document, j) => ({
        document,
        file: shown(itemAt(outputs, j).path),
        guesses,
      })),
    ),
  };
}

/** A file that can be added, with what is to be written. */
interface Ready {
  readonly parsed: ParsedFile;
  readonly guesses: readonly Guess[];
  readonly outputs: readonly CorpusOutput[];
}

/** Every file read and judged. Errors: see `addToCorpus`. */
async function readyToAdd(
  ws: Workspace,
  names: readonly string[],
  { folder, keepGoing, onRefused, reading }: Adding,
): Promise<{ ready: Ready[]; refused: RefusedFile[]; left: string[] }> {
  const known = knownIn(ws.cwd, folder);
  const ready: Ready[] = [];
  const refused: RefusedFile[] = [];
  const left: string[] = [];
  const orRefuse = async (name: string, work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      refused.push({ name, error });
    }
  };
  for (const name of names)
    await orRefuse(name, async () => {
      const unpacked = await unpackNames(ws.cwd, [name]);
      left.push(...unpacked.left);
      for (const paper of unpacked.names)
        await orRefuse(paper, async () => {
          ready.push(await readToAdd(ws, paper, { known, folder, reading }));
        });
    });
  const [only] = refused;
  if (only !== undefined && ready.length + refused.length === 1) throw only.error;
  for (const one of refused) onRefused?.(one);
  const count = refused.length;
  if (count > 0 && !keepGoing)
    throw new UserError('corpus/refused', { count, total: count + ready.length });
  return { ready, refused, left };
}

/** What a corpus holds: ids and texts by the path that has them. */
interface Known {
  readonly ids: Map<string, string>;
  /** By the hash of the files that documents came from: the id of such a document, the name of a file of this run. */
  readonly texts: Map<string, string>;
  /** Files that are listed, whatever the ids in them. */
  readonly files: ReadonlySet<string>;
}

/** A file read with an id of its own, and with what its name tells, as it is to be written. It is known once nothing speaks against it. */
async function readToAdd(
  ws: Workspace,
  name: string,
  { known, folder, reading }: { known: Known; folder: string; reading: ReadOptions },
): Promise<Ready> {
  const { ids, texts } = known;
  const first = await readDocuments(ws, name, reading);
  const same = texts.get(first.source.sha256);
  if (same !== undefined) throw new UserError('corpus/known-text', { path: name, same });
  const { stated, guesses } = betterHead(name, first, ws.regions());
  const wanted = { ...stated, ...withoutAbsent(reading.stated ?? {}) };
  const named = wanted.id !== undefined;
  const stating = { ...reading, ...(first.documents.length === 1 && { stated: wanted }) };
  // An id that was asked for is had or refused; another gives way to those there are.
  const { parsed, outputs } = named
    ? await asStored(ws, name, stating)
    : await besideListed(ws, name, { known, folder, reading: stating });
  for (const { id } of parsed.documents) {
    const there = ids.get(id);
    if (there !== undefined)
      throw new UserError('corpus/duplicate-id', { id, first: there, second: name });
  }
  for (const output of outputs) refuseTarget(resolve(ws.cwd, folder), folder, output);
  for (const { id } of parsed.documents) ids.set(id, name);
  texts.set(parsed.source.sha256, name);
  const own = guesses.filter(({ field }) => reading.stated?.[field] === undefined);
  return { parsed, guesses: own, outputs };
}

async function asStored(ws: Workspace, name: string, reading: ReadOptions) {
  const parsed = await readDocuments(ws, name, reading);
  return { parsed, outputs: documentOutputs(parsed, slugsOf(ws), writerOf(ws, parsed)) };
}

/** With ids that no document has, nor the file of one whose id was chosen by hand. */
async function besideListed(
  ws: Workspace,
  name: string,
  {
    known: { ids, files },
    folder,
    reading,
  }: { known: Known; folder: string; reading: ReadOptions },
) {
  const taken = new Set(ids.keys());
  for (;;) {
    const stored = await asStored(ws, name, { ...reading, taken });
    const before = taken.size;
    stored.parsed.documents.forEach(({ id }, i) => {
      if (files.has(join(folder, itemAt(stored.outputs, i).path))) taken.add(id);
    });
    if (taken.size === before) return stored;
  }
}

/** The corpus here or above. Errors: `corpus/embedded`, which is the program's and not to be written to. */
function ownCorpus({ corpus }: Workspace): string {
  if (corpus.embedded) throw new UserError('corpus/embedded', {});
  return corpus.root;
}

/** What is in a corpus; nothing where there is none yet. */
function knownIn(cwd: string, folder: string): Known {
  if (!existsSync(resolve(cwd, folder, 'corpus.yaml')))
    return { ids: new Map(), texts: new Map(), files: new Set() };
  const entries = openWorkspace(cwd, folder).entries();
  return {
    ids: new Map(entries.map(({ head, shownPath }) => [head.id, shownPath])),
    files: new Set(entries.map(({ shownPath }) => shownPath)),
    texts: new Map(
      entries.flatMap(({ head: { id, source } }) =>
        source === undefined ? [] : [[source.sha256, id] as const],
      ),
    ),
  };
}

/** A new document stands inside the corpus, and on no file that is there: but one that a killed run left half-way. */
function refuseTarget(root: string, folder: string, { path, content }: CorpusOutput): void {
  const target = join(root, path);
  const shown = join(folder, path);
  if (!isInside(root, dirname(target)))
    throw new UserError('corpus/leads-outside', { path: dirname(shown) });
  if (lstatSync(target, { throwIfNoEntry: false }) === undefined) return;
  if (contentOf(target) !== content) throw new UserError('corpus/unlisted', { path: shown });
}

/** The place is in the folder, links followed as far as there is something. */
function isInside(root: string, place: string): boolean {
  if (!existsSync(root)) return true;
  const whole = realpathSync(root);
  let at = place;
  while (lstatSync(at, { throwIfNoEntry: false }) === undefined) at = dirname(at);
  const real = existsSync(at) ? realpathSync(at) : undefined;
  return real !== undefined && (real === whole || real.startsWith(`${whole}${sep}`));
}
