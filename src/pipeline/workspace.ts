/** A corpus with its data files, opened once for a run. */
import type { AlignOptions } from '../align/index.js';
import {
  type Cache,
  type Corpus,
  type CorpusEntry,
  compileNames,
  corpusEntries,
  lexiconFile,
  NO_CACHE,
  openCorpus,
  readCommitmentLexicon,
  readNamesFile,
  readPhraseLexicon,
  readSwapsFile,
  readThemes,
  themeFiles,
} from '../corpus/index.js';
import type { Side, Swap, Theme } from '../model/index.js';
import { createRegionIndex, type ParseOptions, type RegionIndex } from '../parse/index.js';
import type { Asking, Semantics } from '../semantics/index.js';
import { contentKey, keptByKey } from '../text/index.js';
import { type EngineSource, engineOf } from './engine.js';
import { once } from './once.js';
import { readOwnFit, type StoredOwnFit } from './own-fit/file.js';
import type { Paper } from './paper-type.js';
import { configuredSemantics, type ModelSurroundings } from './semantics.js';

/** Something that takes long enough for a person to wonder. */
export type Work =
  | { readonly kind: 'align'; readonly upstream: string; readonly downstream: string }
  | { readonly kind: 'segment' }
  /** A corpus is indexed: so many of its texts are done. */
  | { readonly kind: 'index'; readonly done: number; readonly texts: number }
  /** Texts go to the user's own model; with `host` they leave this program. */
  | ({ readonly kind: 'ask' } & Asking);

/** A corpus with its data files, opened once for a run; what is costly is read when first asked for. */
export interface Workspace {
  readonly cwd: string;
  readonly corpus: Corpus;
  /** Which file each document id was read from in this run. Grows as documents are read. */
  readonly owners: Map<string, string>;
  /** Sides made ready in this run, as long as they are held. */
  readonly papers: WeakMap<Side, Promise<Paper>>;
  /** Results kept from earlier runs. */
  readonly cache: Cache;
  /** A file of decisions that was named (`--links`): it stands for all others. */
  readonly links: string | undefined;
  /** Told before work that no cache spares. */
  readonly working: (work: Work) => void;
  /** The user's own model, where `duibiao.config.yaml` names one. Errors: `corpus/bad-file`. */
  readonly semantics: () => Semantics | undefined;
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
  readonly engine: () => EngineSource;
  /** What people's decisions taught beside the engine, where `fit --own` kept it. Errors: `own-fit/…`. */
  readonly ownFit: () => StoredOwnFit | undefined;
  /** Stands for `alignOptions`, the user's own model and an own fit, without parsing the engine's files. */
  readonly alignKey: () => string;
}

/** What a run is told and tells; the library's defaults are this process's. */
interface Surroundings extends ModelSurroundings {
  /** Told before work that no cache spares; without it, texts that leave the machine are told of on standard error. */
  readonly working?: (work: Work) => void;
  /** A file of decisions to be honoured, in the stead of those found beside the texts. */
  readonly links?: string | undefined;
  /** The model of another workspace rather than the configured one. */
  readonly semantics?: Workspace['semantics'];
  /** The corpus under another name than its folder's. */
  readonly shownRoot?: string;
  /** Measure with the themes, word lists, decisions and engine of this corpus. */
  readonly yardstick?: Corpus;
}

/** No text leaves the machine without a line that says where to. */
function tellOfSending(work: Work): void {
  if (work.kind === 'ask' && work.host !== undefined)
    process.stderr.write(
      `duibiao: texts going to ${work.host}: ${work.texts} (model ${work.model})\n`,
    );
}

export function openWorkspace(
  cwd: string,
  corpusFolder?: string,
  cache: Cache = NO_CACHE,
  surroundings: Surroundings = {},
): Workspace {
  const working = surroundings.working ?? tellOfSending;
  const { yardstick, shownRoot } = surroundings;
  const corpus: Corpus = {
    ...openCorpus(cwd, corpusFolder, cache),
    ...(shownRoot !== undefined && { shownRoot }),
    ...(yardstick !== undefined && { yardstick }),
  };
  const alignData = once(() => readAlignData(corpus, cache));
  const semantics =
    surroundings.semantics ??
    once(() => configuredSemantics({ cwd, corpus, cache, working }, surroundings));
  const ownFit = once(() => {
    const engine = alignData().engine;
    return readOwnFit({ cwd, corpus }, { engine, model: semantics()?.identity() });
  });
  const regionsText = once(() => lexiconFile(corpus, 'regions.tsv').content);
  return {
    cwd,
    corpus,
    cache,
    owners: new Map(),
    links: surroundings.links,
    papers: new WeakMap(),
    working,
    entries: once(() => corpusEntries(corpus, cache)),
    regions: once(() =>
      regionTables(contentKey(regionsText()), () => createRegionIndex(regionsText())),
    ),
    names: once(() => {
      const { path, content } = lexiconFile(corpus, 'document-names.yaml');
      const key = (): string => contentKey(path, content);
      return compileNames(cache.remember('lexicon', key, () => readNamesFile(content, path)));
    }),
    regionsText,
    namesText: once(() => lexiconFile(corpus, 'document-names.yaml').content),
    themes: once(() => {
      const files = themeFiles(corpus);
      const key = (): string =>
        contentKey(...files.flatMap(({ path, content }) => [path, content]));
      return cache.remember('themes', key, () => readThemes(files));
    }),
    alignOptions: once(() => ({ ...alignData().engine.read(), ...alignData().settings })),
    listedSwaps: () => alignData().settings.swaps ?? [],
    semantics,
    alignKey: once(() => {
      const { engine, settings } = alignData();
      const own = [semantics()?.identity(), ownFit()?.key].filter((key) => key !== undefined);
      return contentKey(JSON.stringify(settings), engine.key, ...own);
    }),
    engine: () => alignData().engine,
    ownFit,
    commitment: once(() => gradesOf(corpus, cache)),
    setPhrases: once(() => wordingsOf(corpus, cache)),
  };
}

/** Of the shipped corpus and of the user's, once a process. */
const regionTables = keptByKey<RegionIndex>(2);

/** Grades of commitment by word. */
function gradesOf(corpus: Corpus, cache: Cache): ReadonlyMap<string, number> {
  const file = lexiconFile(corpus, 'commitment.yaml');
  const { words } = cache.remember(
    'lexicon',
    () => contentKey(file.path, file.content),
    () => readCommitmentLexicon(file.content, file.path),
  );
  // Words that are nouns too (建设, 发展) change meaning by place, which the diff does not look at.
  const sure = words.filter(({ ambiguous }) => !ambiguous);
  return new Map(sure.map(({ text, grade }) => [text, grade]));
}

/** Set phrases, each with its listed wordings. */
function wordingsOf(corpus: Corpus, cache: Cache): readonly (readonly string[])[] {
  const file = lexiconFile(corpus, 'set-phrases.yaml');
  const { seeds } = cache.remember(
    'lexicon',
    () => contentKey(file.path, file.content),
    () => readPhraseLexicon(file.content, file.path),
  );
  return seeds.map(({ text, variants }) => [text, ...variants]);
}

/** The engine, its larger files not read yet, and what else decides how it links. */
interface AlignData {
  readonly engine: EngineSource;
  readonly settings: Pick<AlignOptions, 'swaps'>;
}

function readAlignData(corpus: Corpus, cache: Cache): AlignData {
  const { path, content } = lexiconFile(corpus, 'swaps.yaml');
  const key = (): string => contentKey(path, content);
  const swaps = cache.remember('lexicon', key, () => readSwapsFile(content, path));
  return { engine: engineOf(corpus), settings: { swaps } };
}

/** A unit id or an address (`hubei:11.3`) as a unit id; what is neither stays as it is. */
export function unitId(corpus: Corpus, name: string): string {
  const colon = name.search(/[:：]/);
  if (colon < 0) return name;
  const [document, rest] = [name.slice(0, colon), name.slice(colon + 1)];
  const ids = corpus.file.aliases[document];
  return `${ids?.length === 1 ? ids[0] : document}/${rest}`;
}
