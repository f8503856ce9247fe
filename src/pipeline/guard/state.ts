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
  readMisreadings,
  readTheme,
  themeFiles,
} from '../../corpus/index.js';
import { coverage } from '../../findings/index.js';
import { type Phrase, phrase } from '../../messages/index.js';
import type { DocumentUnits, ParsedFile, Theme } from '../../model/index.js';
import { levelOfCode } from '../../parse/index.js';
import { contentKey, itemAt, sha256, UserError, valueAt } from '../../text/index.js';
import { alignNamed, corpusPairsIfAny, engineText, type Pair } from '../align.js';
import { labelsOf, labelsOfSides } from '../knowledge.js';
import { once } from '../once.js';
import { readDocuments, unitsOf } from '../read.js';
import type { Workspace } from '../workspace.js';
import type { GuardCache } from './cache.js';
import { yardstickOf } from './yardstick.js';

export interface GatherOptions {
  readonly cache: GuardCache;
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
  const files = corpus.file.documents.flatMap((name) => readFile(ws, name));
  const entries = distinct(files.flatMap(({ entry }) => entry ?? []));
  const readable: Workspace = { ...ws, entries: () => entries };
  const themes = themeInputs(ws);
  const pairs = options.pairs ?? corpusPairsIfAny(readable);
  // Every sentence is kept of documents that are compared; of the others, those with a figure.
  const compared = new Set(pairs.flat().flatMap((name) => corpus.file.aliases[name] ?? [name]));
  const known = knowledgeHash(ws);
  const look: Look = {
    ws: readable,
    cache,
    themes,
    compared,
    known,
    knowledge: once(() => knowledgeOf(ws)),
  };
  const documents: DocumentFacts[] = [];
  const uses = new Map<string, ThemeUse>();
  for (const file of files) {
    const parse = once(() => parseFile(readable, file));
    documents.push(await factsOf(look, file, parse));
    const use = await useOf(look, file, parse);
    if (use !== undefined) uses.set(file.shownPath, use);
  }
  const engine = engineOf(ws);
  const missing = missingFiles(ws);
  return {
    state: {
      corpusPath: `${corpus.shownRoot}/corpus.yaml`,
      documents,
      faults: [...missing, ...aliasFaults(ws, files), ...unlisted(ws)],
      themes: themes.inputs,
      uses,
      yardstick: yardstickOf(ws, themes.inputs),
      pairs: await gatherPairs(readable, { cache, pairs }, themes.themes, {
        seed: contentKey(engine, themes.hash, known),
        hashes: new Map(
          files.flatMap((file) => (file.entry ? [[file.entry.head.id, file.hash]] : [])),
        ),
      }),
    },
    engine,
    broken: new Set([
      ...files.filter(({ entry }) => entry === undefined).map(({ shownPath }) => shownPath),
      ...missing.map(({ key }) => `${corpus.shownRoot}/${key}`),
    ]),
  };
}

/**
 * Names the engine in locks. Text and a zero byte: the form of every lock written so far, which another hash
 * would make out of date for no reason of the engine's.
 */
function engineOf(ws: Workspace): string {
  return sha256(`${engineText(ws)}\u0000`).slice(0, 16);
}

interface Themes {
  readonly inputs: readonly ThemeInput[];
  readonly themes: readonly Theme[];
  readonly hash: string;
}

function themeInputs({ corpus, cache }: Workspace): Themes {
  const files = themeFiles(corpus);
  const key = (): string =>
    contentKey('with faults', ...files.flatMap(({ path, content }) => [path, content]));
  const read = cache.remember('themes', key, () =>
    files.map(({ path, content }) => readTheme(content, path)),
  );
  const inputs = files.map((file, i): ThemeInput => ({ ...file, ...itemAt(read, i) }));
  return {
    inputs,
    themes: inputs.flatMap(({ theme }) => theme ?? []),
    hash: contentKey(...inputs.map(({ content }) => content)),
  };
}

/** What looking at one file needs of the whole corpus. */
interface Look {
  readonly ws: Workspace;
  readonly cache: GuardCache;
  readonly themes: Themes;
  readonly compared: ReadonlySet<string>;
  readonly knowledge: () => Knowledge;
  /** Hash of what `knowledge` is made from. */
  readonly known: string;
}

type Parse = () => ReturnType<typeof parseFile>;

function factsOf(look: Look, file: ReadFile, parse: Parse): Promise<DocumentFacts> {
  const source = sourceHash(look.ws, file);
  const keeps = file.entry !== undefined && look.compared.has(file.entry.head.id);
  const seed = [look.known, String(keeps), file.shownPath];
  return look.cache.documents(contentKey(...seed, file.hash, source ?? ''), async () => {
    const { parsed, units } = await parse();
    return inspectDocument({
      path: file.shownPath,
      text: parsed?.source.text ?? file.text,
      knowledge: look.knowledge(),
      ...(source !== undefined && { sourceSha256: source }),
      ...(parsed !== undefined && { parsed }),
      ...(units !== undefined && { units }),
      ...(!keeps && { only: 'figures' as const }),
    });
  });
}

async function useOf(look: Look, file: ReadFile, parse: Parse): Promise<ThemeUse | undefined> {
  if (file.entry === undefined) return undefined;
  const { hash, themes } = look.themes;
  return look.cache.uses(contentKey(file.hash, look.known, hash), async () => {
    const { units } = await parse();
    if (units === undefined) throw new Error(`${file.shownPath} has a head and no document`);
    return themeUse(units, themes, labelsOf(units, themes));
  });
}

function readFile({ corpus }: Workspace, name: string): ReadFile[] {
  const path = join(corpus.root, name);
  if (!existsSync(path) || !statSync(path).isFile()) return [];
  const bytes = readFileSync(path);
  const text = new TextDecoder('utf-8').decode(bytes);
  const shownPath = `${corpus.shownRoot}/${name}`;
  const base = { shownPath, path, text, hash: contentKey(bytes) };
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

/** What a file holds, where its head can be read. */
interface Parsed {
  readonly parsed?: ParsedFile;
  readonly units?: DocumentUnits;
}

async function parseFile(ws: Workspace, { entry }: ReadFile): Promise<Parsed> {
  if (entry === undefined) return {};
  const parsed = await readDocuments({ ...ws, entries: () => [entry] }, entry.head.id);
  const [units] = unitsOf(parsed);
  return { parsed, ...(units !== undefined && { units }) };
}

function knowledgeOf(ws: Workspace): Knowledge {
  const regions = ws.regions();
  const misreadings = lexiconFile(ws.corpus, 'misreadings.tsv');
  return {
    regionName: (code) => regions.byCode.get(code)?.name,
    levelOfRegion: levelOfCode,
    findRegion: (text) => regions.find(text),
    misreadings: readMisreadings(misreadings.content, misreadings.path),
  };
}

function knowledgeHash(ws: Workspace): string {
  const names = ['regions.tsv', 'document-names.yaml', 'misreadings.tsv'];
  return contentKey(...names.map((name) => lexiconFile(ws.corpus, name).content));
}

/** SHA-256 of the file the head names as its source, looked for beside the corpus and in the working folder. */
function sourceHash(ws: Workspace, { entry }: ReadFile): string | undefined {
  const name = entry?.head.source?.file;
  if (name === undefined) return undefined;
  const found = [ws.cwd, dirname(ws.corpus.root)]
    .map((folder) => resolve(folder, name))
    .find((path) => existsSync(path) && statSync(path).isFile());
  return found === undefined ? undefined : sha256(readFileSync(found));
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
  const idsOf = (name: string): readonly string[] => ws.corpus.file.aliases[name] ?? [name];
  const isWhole = (name: string): boolean => idsOf(name).every((id) => hashes.has(id));
  // Pairs that the cache lacks are noted at once, then aligned together.
  const wanted: Pair[] = [];
  const aligned = Promise.resolve().then(() => alignNamed(ws, wanted));
  return Promise.all(
    pairs
      .filter((pair) => pair.every(isWhole))
      .map((pair) => {
        const texts = pair.flatMap((name) => [
          name,
          ...idsOf(name).map((id) => valueAt(hashes, id)),
        ]);
        return cache.pairs(contentKey(seed, ...texts), async () => {
          const place = wanted.push(pair) - 1;
          const alignment = itemAt(await aligned, place);
          const labels = labelsOfSides([alignment.upstream, alignment.downstream], themes);
          return pairFacts(alignment, coverage(alignment, labels, themes));
        });
      }),
  );
}

function fault(ws: Workspace, word: string, problem: Phrase, key = word): RawFinding {
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
    .map((name) => fault(ws, name, phrase('check/missing', { name })));
}

/** An alias that names a document which is nowhere; one whose file is broken is told of already. */
function aliasFaults(ws: Workspace, files: readonly ReadFile[]): RawFinding[] {
  if (files.some(({ entry }) => entry === undefined) || missingFiles(ws).length > 0) return [];
  const ids = new Set(files.map(({ entry }) => entry?.head.id));
  return Object.entries(ws.corpus.file.aliases).flatMap(([name, wanted]) =>
    wanted
      .filter((id) => !ids.has(id))
      .map((id) => fault(ws, id, phrase('check/alias', { name, id }))),
  );
}

function unlisted(ws: Workspace): RawFinding[] {
  const { root, shownRoot, file } = ws.corpus;
  const listed = new Set(file.documents.map((name) => join(root, name)));
  return textFiles(root)
    .filter((path) => !listed.has(path) && hasHead(readFileSync(path, 'utf8')))
    .map((path) => {
      const name = relative(root, path).split(sep).join('/');
      const problem = phrase('check/unlisted', { path: `${shownRoot}/${name}` });
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
