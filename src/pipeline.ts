/** Joins the pure stages: names and files in, values of `model` out. */
import { existsSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import {
  type AlignOptions,
  align,
  type CompiledThemes,
  checkThemeChange,
  compileThemes,
  DEFAULT_PARAMETERS,
  diagnoseThemes,
  type Explanation,
  explainPair,
  labelThemes,
  parseBackground,
  proposeTerms,
} from './align/index.js';
import {
  type ComparisonTools,
  type CompiledCommitment,
  type CompiledTargets,
  compileCommitment,
  compileTargets,
  labelsByUnit,
  makeDiffer,
} from './analyse/index.js';
import {
  type Cache,
  type Corpus,
  type CorpusEntry,
  cachedTokens,
  contentKey,
  corpusEntries,
  hasHead,
  lexiconBytes,
  lexiconFile,
  linksFile,
  NO_CACHE,
  openCorpus,
  readCommitmentLexicon,
  readDocumentFile,
  readLinksFile,
  readNamesFile,
  readPhraseLexicon,
  readSwapsFile,
  readTargetLexicon,
  readThemes,
  themeFiles,
} from './corpus/index.js';
import { type IngestOptions, readSource } from './ingest/index.js';
import {
  type Alignment,
  type DocumentUnits,
  LEVELS,
  type ParsedFile,
  type PhraseLexicon,
  type Side,
  type SourceText,
  type Swap,
  type Theme,
  type ThemeLabel,
  type Token,
  type UnitSource,
} from './model/index.js';
import {
  createRegionIndex,
  type ParseOptions,
  parse,
  type RegionIndex,
  type StatedHead,
} from './parse/index.js';
import { createTokenizer, parseWordList, segment } from './segment/index.js';
import { lineIndex, nearest, UserError } from './text/index.js';

/** Something that takes long enough for a person to wonder. */
export type Work =
  | { readonly kind: 'align'; readonly upstream: string; readonly downstream: string }
  | { readonly kind: 'segment' };
/** What git has, for `check --since`. */
export { changedSince, extractRevision, fileAtRevision, gitFolder } from './ingest/index.js';

/** A corpus with its data files, opened once for a run; what is costly is read when first asked for. */
export interface Workspace {
  readonly cwd: string;
  readonly corpus: Corpus;
  /** Which file each document id was read from in this run. Grows as documents are read. */
  readonly owners: Map<string, string>;
  /** Results kept from earlier runs. */
  readonly cache: Cache;
  /** Told before work that no cache spares. */
  readonly working: (work: Work) => void;
  readonly entries: () => readonly CorpusEntry[];
  readonly regions: () => RegionIndex;
  readonly names: () => ParseOptions['names'];
  /** The files `regions` and `names` are made from: stand for them in keys of the cache. */
  readonly regionsText: () => string;
  readonly namesText: () => string;
  readonly themes: () => readonly Theme[];
  readonly alignOptions: () => AlignOptions;
  /** Those of `alignOptions`, without parsing the rest of it. */
  readonly listedSwaps: () => readonly Swap[];
  readonly commitment: () => ReadonlyMap<string, number>;
  readonly setPhrases: () => readonly (readonly string[])[];
  /** Stands for the whole of `alignOptions` without parsing its files. */
  readonly alignKey: () => string;
}

export function openWorkspace(
  cwd: string,
  corpusFolder?: string,
  cache: Cache = NO_CACHE,
  working: (work: Work) => void = () => undefined,
): Workspace {
  const corpus = openCorpus(cwd, corpusFolder, cache);
  const alignData = once(() => readAlignData(corpus));
  const regionsText = once(() => lexiconFile(corpus, 'regions.tsv').content);
  return {
    cwd,
    corpus,
    cache,
    owners: new Map(),
    working,
    entries: once(() => corpusEntries(corpus, cache)),
    regions: once(() => createRegionIndex(regionsText())),
    names: once(() => {
      const file = lexiconFile(corpus, 'document-names.yaml');
      return readNamesFile(file.content, file.path);
    }),
    regionsText,
    namesText: once(() => lexiconFile(corpus, 'document-names.yaml').content),
    themes: once(() => {
      const files = themeFiles(corpus);
      const key = (): string =>
        contentKey(...files.flatMap(({ path, content }) => [path, content]));
      return cache.remember('themes', key, () => readThemes(files));
    }),
    alignOptions: once(() => parseAlignData(alignData())),
    listedSwaps: () => alignData().settings.swaps ?? [],
    alignKey: once(() => keyOfAlignData(alignData())),
    commitment: once(() => {
      const file = lexiconFile(corpus, 'commitment.yaml');
      const { words } = cache.remember(
        'lexicon',
        () => contentKey(file.path, file.content),
        () => readCommitmentLexicon(file.content, file.path),
      );
      // Words that are nouns too (建设, 发展) change meaning by place, which the diff does not look at.
      const sure = words.filter(({ ambiguous }) => !ambiguous);
      return new Map(sure.map(({ text, grade }) => [text, grade]));
    }),
    setPhrases: once(() => {
      const file = lexiconFile(corpus, 'set-phrases.yaml');
      const { seeds } = cache.remember(
        'lexicon',
        () => contentKey(file.path, file.content),
        () => readPhraseLexicon(file.content, file.path),
      );
      return seeds.map(({ text, variants }) => [text, ...variants]);
    }),
  };
}

/** Themes of the corpus, in the order of their files. */
export function themesOf(ws: Workspace): readonly Theme[] {
  return ws.themes();
}

/** Labels of one document; compile the themes once where several documents are labelled. */
export function labelsOf(
  document: DocumentUnits,
  themes: readonly Theme[] | CompiledThemes,
): readonly ThemeLabel[] {
  return labelThemes(document, themes);
}

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

export interface ReadOptions extends IngestOptions {
  readonly single?: boolean;
  readonly stated?: StatedHead;
  /** Ids that other files of this run go by: documents get others. */
  readonly taken?: ReadonlySet<string>;
}

/**
 * Read and parse what a name stands for: a document id of the corpus, a path, or `-`.
 * `PATH#ID` takes one document of a compendium.
 *
 * Errors: `corpus/unknown-document` with the nearest names; those of `ingest` and of document heads.
 */
export async function readDocuments(
  ws: Workspace,
  name: string,
  options: ReadOptions = {},
): Promise<ParsedFile> {
  const entry = ws.entries().find((item) => item.head.id === name);
  if (entry !== undefined)
    return parseSource(ws, await readAs(entry.path, entry.shownPath, options), options);
  const hash = name.lastIndexOf('#');
  const whole = existsSync(resolve(ws.cwd, name)) || hash < 0;
  const path = whole ? name : name.slice(0, hash);
  if (path !== '-' && !existsSync(resolve(ws.cwd, path)) && !looksLikePath(path))
    throw unknownDocument(ws, name);
  const source = await readAs(openPath(ws, path), path, options);
  const parsed = parseApart(ws, source, options);
  if (whole) return parsed;
  const documents = parsed.documents.filter((document) => document.id === name.slice(hash + 1));
  if (documents.length === 0)
    throw unknownDocument(
      ws,
      name,
      parsed.documents.map((document) => `${path}#${document.id}`),
    );
  return { ...parsed, documents };
}

/**
 * Two files of one run may be called alike (two drafts of one plan): the later one's documents get ids of their own, since
 * units are told apart by id everywhere.
 */
function parseApart(ws: Workspace, source: SourceText, options: ReadOptions): ParsedFile {
  const key = contentKey(source.path, source.text);
  const taken = new Set([...ws.owners].filter(([, owner]) => owner !== key).map(([id]) => id));
  const parsed = parseSource(ws, source, options);
  const clash = parsed.documents.some(({ id }) => taken.has(id));
  const apart = clash ? parseSource(ws, source, { ...options, taken }) : parsed;
  for (const { id } of apart.documents) ws.owners.set(id, key);
  return apart;
}

/** Read a file under the name the user knows it by, in what is said about it too. */
async function readAs(opened: string, shown: string, options: ReadOptions): Promise<SourceText> {
  try {
    return { ...(await readSource(opened, options)), path: shown };
  } catch (error) {
    if (!(error instanceof UserError) || error.params.path !== opened) throw error;
    throw new UserError(error.code, { ...error.params, path: shown }, { cause: error });
  }
}

/** As the user wrote it where that opens the same file, so that messages name it so. */
function openPath(ws: Workspace, path: string): string {
  return path === '-' || resolve(path) === resolve(ws.cwd, path) ? path : resolve(ws.cwd, path);
}

/** A name with a folder or a file ending was meant as a path: the reader says what is wrong with it. */
function looksLikePath(name: string): boolean {
  return /[\\/]/.test(name) || /\.[a-z0-9]{1,8}$/i.test(name);
}

function unknownDocument(ws: Workspace, name: string, known = knownNames(ws)): Error {
  return new UserError('corpus/unknown-document', {
    name,
    nearest: nearest(name, known).join(', '),
    known: known.join(', '),
  });
}

/** Ids and aliases, for messages and completion. */
export function knownNames(ws: Workspace): string[] {
  return [...Object.keys(ws.corpus.file.aliases), ...ws.entries().map((entry) => entry.head.id)];
}

/** Text that carries a YAML head is a corpus document wherever it lies. */
function parseSource(ws: Workspace, source: SourceText, options: ReadOptions): ParsedFile {
  const base: ParseOptions = {
    regions: ws.regions(),
    names: ws.names(),
    ...(options.single !== undefined && { single: options.single }),
    ...(options.stated !== undefined && { stated: options.stated }),
    ...(options.taken !== undefined && { taken: options.taken }),
  };
  if (source.format === 'pdf' || source.format === 'docx' || !hasHead(source.text))
    return parse(source, base);
  const { head, bodyStart } = readDocumentFile(source.text, source.path);
  const { region: code, source: _, ...fields } = head;
  const region =
    code === undefined ? undefined : { code, name: ws.regions().byCode.get(code)?.name ?? code };
  const stated: StatedHead = {
    ...fields,
    ...(region !== undefined && { region }),
    ...options.stated,
  };
  return parse(
    { ...source, layout: 'paragraphs' },
    { ...base, single: true, stated, from: bodyStart },
  );
}

/** A parsed file as units with the way back to lines and pages. */
export function unitsOf(parsed: ParsedFile): DocumentUnits[] {
  const source: UnitSource = {
    path: parsed.source.path,
    lineStarts: lineIndex(parsed.source.text).starts,
    places: parsed.source.places,
  };
  return parsed.documents.map((document) => segment(document, source));
}

/** What a name stands for, taken apart: the ids of an alias, else the name itself. */
export function namesOf(ws: Workspace, name: string): readonly string[] {
  const ids = ws.corpus.file.aliases[name];
  const isFile = existsSync(resolve(ws.cwd, name)) && statSync(resolve(ws.cwd, name)).isFile();
  return ids !== undefined && !isFile ? ids : [name];
}

/** One side of a comparison: an alias, an id, a path or `-`. */
export async function readSide(
  ws: Workspace,
  name: string,
  options: ReadOptions = {},
): Promise<Side> {
  const documents: DocumentUnits[] = [];
  for (const item of namesOf(ws, name)) documents.push(...(await unitsOfName(ws, item, options)));
  // A path is shown by its file's name: no folders of this machine in tables and exports.
  return {
    name:
      documents[0]?.head.id === name || namesOf(ws, name).length > 1 || !looksLikePath(name)
        ? name
        : basename(name),
    documents,
  };
}

/** Units of one name; a document of the corpus is read and cut only where no earlier run has done so. */
async function unitsOfName(
  ws: Workspace,
  name: string,
  options: ReadOptions,
): Promise<readonly DocumentUnits[]> {
  const entry = ws.entries().find((item) => item.head.id === name);
  if (entry === undefined) return unitsOf(await readDocuments(ws, name, options));
  const source = await readAs(entry.path, entry.shownPath, options);
  const owner = ws.owners.get(name);
  const own = contentKey(source.path, source.text);
  if (owner !== undefined && owner !== own) return unitsOf(parseApart(ws, source, options));
  ws.owners.set(name, own);
  const key = (): string =>
    contentKey(JSON.stringify(source), JSON.stringify(options), ws.regionsText(), ws.namesText());
  return ws.cache.remember('units', key, () => unitsOf(parseSource(ws, source, options)));
}

/** What the engine knows besides the two sides: background statistics, still as bytes, and settings. */
interface AlignData {
  readonly background?: Uint8Array;
  readonly settings: Omit<AlignOptions, 'background'>;
}

function readAlignData(corpus: Corpus): AlignData {
  const background = lexiconBytes(corpus, 'background.bin');
  const swaps = lexiconFile(corpus, 'swaps.yaml');
  const links = linksFile(corpus);
  return {
    ...(background !== undefined && { background }),
    settings: {
      swaps: readSwapsFile(swaps.content, swaps.path),
      overrides:
        links === undefined
          ? []
          : readLinksFile(links.content, links.path, (name) => unitId(corpus, name)),
    },
  };
}

/** A unit id or an address (`hubei:11.3`) as a unit id; what is neither stays as it is. */
export function unitId(corpus: Corpus, name: string): string {
  const colon = name.search(/[:：]/);
  if (colon < 0) return name;
  const [document, rest] = [name.slice(0, colon), name.slice(colon + 1)];
  const ids = corpus.file.aliases[document];
  return `${ids?.length === 1 ? ids[0] : document}/${rest}`;
}

/** Overrides whose documents are the sides': others say nothing of this pair. */
function overridesOf(options: AlignOptions, upstream: Side, downstream: Side): AlignOptions {
  const within = (unit: string, side: Side): boolean =>
    side.documents.some(({ head }) => unit.startsWith(`${head.id}/`));
  const overrides = (options.overrides ?? []).filter(
    (item) => within(item.upstream.id, upstream) && within(item.downstream.id, downstream),
  );
  return { ...options, overrides };
}

function parseAlignData({ background, settings }: AlignData): AlignOptions {
  return {
    ...settings,
    ...(background !== undefined && { background: parseBackground(background) }),
  };
}

function keyOfAlignData({ background, settings }: AlignData): string {
  return contentKey(JSON.stringify(settings), background ?? '');
}

/** Align two sides, or take what an earlier run found for the same texts, data and program. */
export function alignPair(ws: Workspace, upstream: Side, downstream: Side): Alignment {
  const key = (): string => contentKey(sideKey(upstream), sideKey(downstream), ws.alignKey());
  const kept = ws.cache.remember('alignment', key, () => {
    ws.working({ kind: 'align', upstream: upstream.name, downstream: downstream.name });
    const {
      upstream: _up,
      downstream: _down,
      ...found
    } = align(upstream, downstream, overridesOf(ws.alignOptions(), upstream, downstream));
    return found;
  });
  return { upstream, downstream, ...kept };
}

function sideKey(side: Side): string {
  return contentKey(...side.documents.map((document) => JSON.stringify(document)));
}

/**
 * A tokenizer for the sentences of some sides, each without its section marker.
 * Word segmentation is loaded only for a side that no earlier run has cut.
 */
export async function tokensOfSides(
  ws: Workspace,
  sides: readonly Side[],
): Promise<(text: string) => readonly Token[]> {
  const words = parseWordList(lexiconFile(ws.corpus, 'policy-words.txt').content);
  const load = once(() => {
    ws.working({ kind: 'segment' });
    return createTokenizer(words);
  });
  const tokenizers = new Map<string, (text: string) => readonly Token[]>();
  for (const document of sides.flatMap((side) => side.documents)) {
    const texts = document.sentences.map(({ text, markerLength }) => text.slice(markerLength));
    const tokenize = await cachedTokens(ws.cache, texts, words, load);
    for (const text of texts) tokenizers.set(text, tokenize);
  }
  return (text) => {
    const tokenize = tokenizers.get(text);
    if (tokenize === undefined) throw new Error('this text is no sentence of these sides');
    return tokenize(text);
  };
}

/** Everything that decides how the engine links, as text: equal for equal links. For hashing. */
export function engineText(ws: Workspace): string {
  const { background: _, ...rest } = ws.alignOptions();
  const background = lexiconBytes(ws.corpus, 'background.bin');
  const bytes = background === undefined ? '' : Buffer.from(background).toString('latin1');
  return JSON.stringify([ENGINE_VERSION, DEFAULT_PARAMETERS, rest]) + bytes;
}

/** Raised with every change of the engine's code that may change a link. */
const ENGINE_VERSION = 1;

/** Labels of all sentences of some sides, by unit. */
export function labelsOfSides(
  sides: readonly Side[],
  themes: readonly Theme[],
  cache: Cache = NO_CACHE,
): ReadonlyMap<string, readonly ThemeLabel[]> {
  const documents = new Map(
    sides.flatMap((side) =>
      side.documents.map((document) => [document.head.id, document] as const),
    ),
  );
  const compiled = once(() => compileThemes(themes));
  return labelsByUnit(
    [...documents.values()].flatMap((document) => {
      const key = (): string => contentKey(JSON.stringify(document), JSON.stringify(themes));
      return cache.remember('labels', key, () => labelThemes(document, compiled()));
    }),
  );
}

/**
 * Alignments of a chain of sides: each with the next, then the first with the last.
 * Without names: the aliases of the corpus by level, each with those of the next level below, then the
 * highest with the lowest.
 */
export async function alignedPairs(
  ws: Workspace,
  names: readonly string[],
  options: ReadOptions = {},
): Promise<Alignment[]> {
  const pairs = names.length > 0 ? chainOf(names) : corpusPairs(ws);
  const sides = new Map<string, Side>();
  for (const name of pairs.flat())
    if (!sides.has(name)) sides.set(name, await readSide(ws, name, options));
  return pairs.map(([up, down]) => alignPair(ws, sides.get(up)!, sides.get(down)!));
}

export type Pair = readonly [upstream: string, downstream: string];

function chainOf(names: readonly string[]): Pair[] {
  const pairs = names.slice(1).map((name, i): Pair => [names[i]!, name]);
  return names.length > 2 ? [...pairs, [names[0]!, names.at(-1)!]] : pairs;
}

/** The pairs of aliases a corpus compares. Errors: `corpus/one-level` where it has nothing to compare. */
export function corpusPairs(ws: Workspace): Pair[] {
  const heads = new Map(ws.entries().map(({ head }) => [head.id, head]));
  const byLevel = LEVELS.map((level) =>
    Object.entries(ws.corpus.file.aliases)
      .filter(([, ids]) => ids.every((id) => heads.get(id)?.level === level))
      .map(([name]) => name),
  ).filter((names) => names.length > 0);
  if (byLevel.length < 2) throw new UserError('corpus/one-level', { path: ws.corpus.shownRoot });
  const cross = (ups: readonly string[], downs: readonly string[]): Pair[] =>
    ups.flatMap((up) => downs.map((down): Pair => [up, down]));
  const steps = byLevel.slice(1).flatMap((downs, i) => cross(byLevel[i]!, downs));
  return byLevel.length > 2 ? [...steps, ...cross(byLevel[0]!, byLevel.at(-1)!)] : steps;
}

/** What `compareSides` needs of the language: tokens, and a diff that knows this pair's swaps. */
export async function comparisonTools(
  ws: Workspace,
  alignments: readonly Alignment[],
): Promise<ComparisonTools> {
  const listed = ws.listedSwaps();
  // A substitution seen once or twice may be a coincidence.
  const learned = alignments
    .flatMap((alignment) => alignment.swaps)
    .filter(({ count, listed: known }) => known || count >= 3);
  const sides = alignments.flatMap((alignment) => [alignment.upstream, alignment.downstream]);
  return {
    tokenize: await tokensOfSides(ws, sides),
    differ: makeDiffer({
      swaps: [...listed, ...learned],
      setPhrases: ws.setPhrases(),
      commitment: ws.commitment(),
    }),
  };
}

/** Themes as data to look after: what an edit changes, what does nothing, which terms to add. */
export { checkThemeChange, diagnoseThemes, type Explanation, proposeTerms };

/** Units, measure words and bounds of the corpus, ready for `extractTargets`. */
export function targetLexicon(ws: Workspace): CompiledTargets {
  const { path, content } = lexiconFile(ws.corpus, 'units.yaml');
  const key = (): string => contentKey(path, content);
  return compileTargets(ws.cache.remember('lexicon', key, () => readTargetLexicon(content, path)));
}

/** Words of commitment of the corpus, ready for `compareCommitment`. */
export function commitmentLexicon(ws: Workspace): CompiledCommitment {
  const { path, content } = lexiconFile(ws.corpus, 'commitment.yaml');
  const key = (): string => contentKey(path, content);
  return compileCommitment(
    ws.cache.remember('lexicon', key, () => readCommitmentLexicon(content, path)),
  );
}

/** Set phrases known beforehand. */
export function phraseLexicon(ws: Workspace): PhraseLexicon {
  const { path, content } = lexiconFile(ws.corpus, 'set-phrases.yaml');
  const key = (): string => contentKey(path, content);
  return ws.cache.remember('lexicon', key, () => readPhraseLexicon(content, path));
}

/** Why two units were linked or not; absent where an id is unknown or the two are not of one grain. */
export function explainUnits(
  ws: Workspace,
  upstream: Side,
  downstream: Side,
  ids: { readonly upstream: string; readonly downstream: string },
): Explanation | undefined {
  ws.working({ kind: 'align', upstream: upstream.name, downstream: downstream.name });
  return explainPair(upstream, downstream, ids, ws.alignOptions());
}

/**
 * One alias for each level, highest first: the chain a cascade follows where the user names none.
 * Errors: `corpus/one-level`.
 */
export function corpusChain(ws: Workspace): readonly string[] {
  const heads = new Map(ws.entries().map(({ head }) => [head.id, head]));
  const names = LEVELS.flatMap((level) => {
    const own = Object.entries(ws.corpus.file.aliases).find(([, ids]) =>
      ids.every((id) => heads.get(id)?.level === level),
    );
    return own === undefined ? [] : [own[0]];
  });
  if (names.length < 2) throw new UserError('corpus/one-level', { path: ws.corpus.shownRoot });
  return names;
}

/** The alias of the next level above a document's, where the corpus has one. */
export function sideAbove(ws: Workspace, document: DocumentUnits): string | undefined {
  const heads = new Map(ws.entries().map(({ head }) => [head.id, head]));
  const { level } = document.head;
  if (level === undefined) return undefined;
  const above = LEVELS.slice(0, LEVELS.indexOf(level)).reverse();
  for (const higher of above) {
    const own = Object.entries(ws.corpus.file.aliases).find(([, ids]) =>
      ids.every((id) => heads.get(id)?.level === higher),
    );
    if (own !== undefined) return own[0];
  }
  return undefined;
}

/** Every document of the corpus as one side, in its order. */
export async function corpusSide(ws: Workspace): Promise<Side> {
  const documents: DocumentUnits[] = [];
  for (const { head } of ws.entries()) documents.push(...(await readSide(ws, head.id)).documents);
  return { name: ws.corpus.shownRoot, documents };
}

/** The same links seen from below: what was downstream is upstream. */
export function upsideDown(alignment: Alignment): Alignment {
  return {
    ...alignment,
    upstream: alignment.downstream,
    downstream: alignment.upstream,
    links: alignment.links.map((link) => ({
      ...link,
      upstream: link.downstream,
      downstream: link.upstream,
      ...(link.grain === 'sentence' && {
        swaps: link.swaps.map(({ upstream, downstream }) => ({
          upstream: downstream,
          downstream: upstream,
        })),
      }),
    })),
    unlinked: { upstream: alignment.unlinked.downstream, downstream: alignment.unlinked.upstream },
  };
}
