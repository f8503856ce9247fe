import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import {
  type CorpusState,
  type DocumentFacts,
  inspectDocument,
  type Knowledge,
  linePlace,
  type PairFacts,
  pairFacts,
  type RawFinding,
  type ThemeInput,
  type ThemeUse,
  themeUse,
} from '../../check/index.js';
import {
  type CorpusEntry,
  hasHead,
  lexiconFile,
  readDocumentFile,
  readTheme,
  themeFiles,
} from '../../corpus/index.js';
import { coverage } from '../../findings/index.js';
import type { Side, Theme } from '../../model/index.js';
import { levelOfCode } from '../../parse/index.js';
import {
  alignPair,
  corpusPairs,
  engineText,
  labelsOf,
  labelsOfSides,
  type Pair,
  readDocuments,
  readSide,
  unitsOf,
  type Workspace,
} from '../../pipeline.js';
import { UserError } from '../../text/index.js';
import type { CheckCache } from './check-cache.js';

/** Raised with every change of a rule or of the facts kept of a document: older cache entries are not used. */
const RULES_VERSION = 1;

export interface GatherOptions {
  readonly cache: CheckCache;
  /** Sides to compare; absent: by the aliases of the corpus. */
  readonly pairs?: readonly Pair[];
}

/** A corpus looked at, with what a lock and a comparison need beside it. */
export interface Gathered {
  readonly state: CorpusState;
  readonly engine: string;
  /** Documents whose head or file cannot be read: nothing is said about their links. */
  readonly broken: ReadonlySet<string>;
}

interface ReadFile {
  readonly shownPath: string;
  readonly path: string;
  readonly text: string;
  readonly hash: string;
  readonly entry?: CorpusEntry;
}

/** Look at a whole corpus: documents by their own rules, themes, pairs. What the cache knows is not done again. */
export async function gatherState(ws: Workspace, options: GatherOptions): Promise<Gathered> {
  const { cache } = options;
  const { corpus } = ws;
  const corpusPath = `${corpus.shownRoot}/corpus.yaml`;
  const files = corpus.file.documents.flatMap((name) => readFile(ws, name));
  const entries = distinct(files.flatMap(({ entry }) => entry ?? []));
  const readable: Workspace = { ...ws, entries: () => entries };
  const knowledge = once(() => knowledgeOf(ws));
  const known = knowledgeHash(ws);
  const themeInputs = themeFiles(corpus).map(({ path, content }): ThemeInput => {
    const { theme, problems } = readTheme(content, path);
    return { path, content, problems, ...(theme !== undefined && { theme }) };
  });
  const themes = themeInputs.flatMap(({ theme }) => theme ?? []);
  const themesHash = hashOf(...themeInputs.map(({ content }) => content));
  const wanted = options.pairs ?? pairsOf(readable);
  // Sentences are kept of documents that are compared only: of the others nobody asks for them.
  const compared = new Set(wanted.flat().flatMap((name) => corpus.file.aliases[name] ?? [name]));
  const documents: DocumentFacts[] = [];
  const uses = new Map<string, ThemeUse>();
  for (const file of files) {
    const parse = once(() => parseFile(readable, file));
    const source = sourceHash(ws, file);
    const keeps = file.entry !== undefined && compared.has(file.entry.head.id);
    const seed = [String(RULES_VERSION), known, String(keeps), file.shownPath];
    const key = hashOf(...seed, file.hash, source ?? '');
    documents.push(
      await cache.documents(key, async () => {
        const parsed = await parse();
        return inspectDocument({
          path: file.shownPath,
          text: parsed?.source.text ?? file.text,
          knowledge: knowledge(),
          ...(source !== undefined && { sourceSha256: source }),
          ...(parsed !== undefined && { parsed }),
          ...(parsed !== undefined && keeps && { units: unitsOf(parsed)[0]! }),
        });
      }),
    );
    if (file.entry === undefined) continue;
    const use = await cache.uses(hashOf(file.hash, known, themesHash), async () => {
      const units = unitsOf((await parse())!)[0]!;
      return themeUse(units, themes, labelsOf(units, themes));
    });
    uses.set(file.shownPath, use);
  }
  const engine = hashOf(engineText(ws)).slice(0, 16);
  const hashes = new Map(
    files.flatMap((file) => (file.entry ? [[file.entry.head.id, file.hash]] : [])),
  );
  const pairs = await gatherPairs(readable, { cache, pairs: wanted }, themes, {
    seed: hashOf(engine, themesHash, known),
    hashes,
  });
  const faults = [...missingFiles(ws), ...aliasFaults(ws, files), ...unlisted(ws)];
  return {
    state: { corpusPath, documents, faults, themes: themeInputs, uses, pairs },
    engine,
    broken: new Set([
      ...files.filter(({ entry }) => entry === undefined).map(({ shownPath }) => shownPath),
      ...missingFiles(ws).map(({ key }) => `${corpus.shownRoot}/${key}`),
    ]),
  };
}

function readFile({ corpus }: Workspace, name: string): ReadFile[] {
  const path = join(corpus.root, name);
  if (!existsSync(path) || !statSync(path).isFile()) return [];
  const bytes = readFileSync(path);
  const text = new TextDecoder('utf-8').decode(bytes);
  const shownPath = `${corpus.shownRoot}/${name}`;
  const base = { shownPath, path, text, hash: hashOf(bytes) };
  try {
    const { head } = readDocumentFile(text, shownPath);
    return [{ ...base, entry: { path, shownPath, head } }];
  } catch (error) {
    if (error instanceof UserError) return [base];
    throw error;
  }
}

/** Where two documents share an id, the first has it. */
function distinct(entries: readonly CorpusEntry[]): CorpusEntry[] {
  const seen = new Set<string>();
  return entries.filter(({ head }) => {
    const fresh = !seen.has(head.id);
    seen.add(head.id);
    return fresh;
  });
}

async function parseFile(ws: Workspace, { entry }: ReadFile) {
  if (entry === undefined) return undefined;
  return readDocuments({ ...ws, entries: () => [entry] }, entry.head.id);
}

function knowledgeOf(ws: Workspace): Knowledge {
  const regions = ws.regions();
  return {
    regionName: (code) => regions.byCode.get(code)?.name,
    levelOfRegion: levelOfCode,
    findRegion: (text) => regions.find(text),
    misreadings: lexiconFile(ws.corpus, 'misreadings.tsv')
      .content.split('\n')
      .filter((line) => line.includes('\t') && !line.startsWith('#'))
      .map((line) => line.trim().split('\t') as [string, string]),
  };
}

function knowledgeHash(ws: Workspace): string {
  const names = ['regions.tsv', 'document-names.yaml', 'misreadings.tsv'];
  return hashOf(...names.map((name) => lexiconFile(ws.corpus, name).content));
}

/** SHA-256 of the file the head names as its source, looked for beside the corpus and in the working folder. */
function sourceHash(ws: Workspace, { entry }: ReadFile): string | undefined {
  const name = entry?.head.source?.file;
  if (name === undefined) return undefined;
  const found = [ws.cwd, dirname(ws.corpus.root)]
    .map((folder) => resolve(folder, name))
    .find((path) => existsSync(path) && statSync(path).isFile());
  return found === undefined
    ? undefined
    : createHash('sha256').update(readFileSync(found)).digest('hex');
}

interface PairKeys {
  readonly seed: string;
  /** Content hash by document id. */
  readonly hashes: ReadonlyMap<string, string>;
}

async function gatherPairs(
  ws: Workspace,
  { cache, pairs }: Required<GatherOptions>,
  themes: readonly Theme[],
  { seed, hashes }: PairKeys,
): Promise<PairFacts[]> {
  const sides = new Map<string, Promise<Side>>();
  const sideOf = (name: string): Promise<Side> => {
    const found = sides.get(name) ?? readSide(ws, name);
    sides.set(name, found);
    return found;
  };
  const idsOf = (name: string): readonly string[] => ws.corpus.file.aliases[name] ?? [name];
  const isWhole = (name: string): boolean => idsOf(name).every((id) => hashes.has(id));
  const facts: PairFacts[] = [];
  for (const [up, down] of pairs.filter((pair) => pair.every(isWhole))) {
    const texts = [up, down].flatMap((name) => [name, ...idsOf(name).map((id) => hashes.get(id)!)]);
    facts.push(
      await cache.pairs(hashOf(seed, ...texts), async () => {
        const [upstream, downstream] = [await sideOf(up), await sideOf(down)];
        const alignment = alignPair(ws, upstream, downstream);
        const labels = labelsOfSides([upstream, downstream], themes);
        return pairFacts(alignment, coverage(alignment, labels, themes));
      }),
    );
  }
  return facts;
}

/** A corpus of one level has no links to guard. */
function pairsOf(ws: Workspace): readonly Pair[] {
  try {
    return corpusPairs(ws);
  } catch (error) {
    if (error instanceof UserError && error.code === 'corpus/one-level') return [];
    throw error;
  }
}

function fault(ws: Workspace, word: string, problem: string, key = word): RawFinding {
  const text = readFileSync(join(ws.corpus.root, 'corpus.yaml'), 'utf8').split('\n');
  const line =
    Math.max(
      0,
      text.findIndex((item) => item.includes(word)),
    ) + 1;
  return {
    rule: 'corpus-fault',
    path: `${ws.corpus.shownRoot}/corpus.yaml`,
    place: linePlace(line),
    params: { problem },
    key,
  };
}

function missingFiles(ws: Workspace): RawFinding[] {
  return ws.corpus.file.documents
    .filter((name) => {
      const path = join(ws.corpus.root, name);
      return !existsSync(path) || !statSync(path).isFile();
    })
    .map((name) => fault(ws, name, `There is no file "${name}".`));
}

/** An alias that names a document which is nowhere; one whose file is broken is told of already. */
function aliasFaults(ws: Workspace, files: readonly ReadFile[]): RawFinding[] {
  if (files.some(({ entry }) => entry === undefined) || missingFiles(ws).length > 0) return [];
  const ids = new Set(files.map(({ entry }) => entry?.head.id));
  return Object.entries(ws.corpus.file.aliases).flatMap(([name, wanted]) =>
    wanted
      .filter((id) => !ids.has(id))
      .map((id) => fault(ws, id, `The alias "${name}" names "${id}", which is no document.`)),
  );
}

function unlisted(ws: Workspace): RawFinding[] {
  const { root, shownRoot, file } = ws.corpus;
  const listed = new Set(file.documents.map((name) => join(root, name)));
  return textFiles(root)
    .filter((path) => !listed.has(path) && hasHead(readFileSync(path, 'utf8')))
    .map((path) => {
      const name = relative(root, path).split(sep).join('/');
      const problem = `${shownRoot}/${name} is not listed in corpus.yaml.`;
      return { ...fault(ws, 'documents:', problem, name), severity: 'warning' as const };
    });
}

function textFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.') && name !== 'lexicon' && name !== 'node_modules')
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((item) => {
      const path = join(folder, item.name);
      if (item.isDirectory()) return textFiles(path);
      return /\.(?:txt|md)$/.test(item.name) ? [path] : [];
    });
}

export function hashOf(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\u0000');
  return hash.digest('hex');
}

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
