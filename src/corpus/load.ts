import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  statSync,
} from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { phrase } from '../messages/index.js';
import { contentKey, itemAt, UserError } from '../text/index.js';
import { type Cache, NO_CACHE } from './cache.js';
import { type CorpusFile, readCorpusFile, themeSource } from './corpus-file.js';
import { type DocumentFileHead, HEAD_BYTES, readDocumentFile } from './document-file.js';

/** A corpus on disk. */
export interface Corpus {
  /** Folder of `corpus.yaml`, as it is opened. */
  readonly root: string;
  /** The same as shown to the user: never absolute for the embedded corpus. */
  readonly shownRoot: string;
  readonly embedded: boolean;
  readonly file: CorpusFile;
  /** The corpus whose themes, word lists, decisions and engine are used in the stead of its own. */
  readonly yardstick?: Corpus;
}

/** A document of a corpus, not yet read. */
export interface CorpusEntry {
  /** As it is opened. */
  readonly path: string;
  readonly shownPath: string;
  readonly head: DocumentFileHead;
}

const EMBEDDED = fileURLToPath(new URL('../../corpus', import.meta.url));

/**
 * The corpus a command works on: `explicit`, else a `corpus/` with `corpus.yaml` in `cwd` or above it
 * up to the root of its git repository, else the embedded one.
 *
 * Errors: `corpus/no-corpus` for an explicit folder without `corpus.yaml`.
 */
export function openCorpus(cwd: string, explicit?: string, cache: Cache = NO_CACHE): Corpus {
  if (explicit !== undefined) {
    const root = resolve(cwd, explicit);
    if (!existsSync(join(root, 'corpus.yaml')))
      throw new UserError('corpus/no-corpus', { path: explicit });
    return load(root, explicit, root === EMBEDDED, cache);
  }
  const found = corpusAbove(cwd);
  if (found !== undefined && found !== EMBEDDED)
    return load(found, relative(cwd, found) || '.', false, cache);
  return load(EMBEDDED, 'corpus', true, cache);
}

function corpusAbove(cwd: string): string | undefined {
  for (let folder = cwd; ; folder = dirname(folder)) {
    const root = join(folder, 'corpus');
    if (existsSync(join(root, 'corpus.yaml'))) return root;
    if (existsSync(join(folder, '.git')) || dirname(folder) === folder) return undefined;
  }
}

function load(root: string, shownRoot: string, embedded: boolean, cache: Cache): Corpus {
  const content = readFileSync(join(root, 'corpus.yaml'), 'utf8');
  const file = cache.remember(
    'corpus',
    () => contentKey(content),
    () => readCorpusFile(content, `${shownRoot}/corpus.yaml`),
  );
  return { root, shownRoot, embedded, file };
}

/**
 * The documents of a corpus with their heads, in the order of `corpus.yaml`.
 *
 * Errors: `corpus/bad-file` for a document that is not there, `corpus/bad-head`, `corpus/duplicate-id`.
 */
export function corpusEntries(corpus: Corpus, cache: Cache = NO_CACHE): CorpusEntry[] {
  const files = corpus.file.documents.map((name) => fileOf(corpus, name));
  const heads = cache.remember(
    'heads',
    () => contentKey(...files.map(({ start }) => start)),
    () => files.map(({ start, shownPath }) => readDocumentFile(start, shownPath).head),
  );
  const seen = new Map<string, string>();
  return files.map(({ path, shownPath }, i) => {
    const head = itemAt(heads, i);
    const first = seen.get(head.id);
    if (first !== undefined)
      throw new UserError('corpus/duplicate-id', { id: head.id, first, second: shownPath });
    seen.set(head.id, shownPath);
    return { path, shownPath, head };
  });
}

/** A document's file as it begins. Errors: `corpus/bad-file` where it is not there, or not in the corpus. */
function fileOf(
  corpus: Corpus,
  name: string,
): { readonly path: string; readonly shownPath: string; readonly start: string } {
  const path = join(corpus.root, name);
  if (isOutside(corpus.root, path)) {
    throw new UserError('corpus/bad-file', {
      path: `${corpus.shownRoot}/corpus.yaml`,
      line: lineOf(corpus, name),
      problem: phrase('corpus/outside', { name }),
      advice: phrase('corpus/outside.advice'),
    });
  }
  const shownPath = `${corpus.shownRoot}/${name}`;
  if (!existsSync(path) || !statSync(path).isFile()) {
    throw new UserError('corpus/bad-file', {
      path: `${corpus.shownRoot}/corpus.yaml`,
      line: lineOf(corpus, name),
      problem: phrase('corpus/missing', { name }),
      advice: phrase('corpus/missing.advice'),
    });
  }
  return { path, shownPath, start: firstBytes(path) };
}

function isOutside(root: string, path: string): boolean {
  const way = relative(root, path);
  return way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way);
}

function lineOf(corpus: Corpus, name: string): number {
  const lines = readFileSync(join(corpus.root, 'corpus.yaml'), 'utf8').split('\n');
  return Math.max(1, lines.findIndex((line) => line.includes(name)) + 1);
}

function firstBytes(path: string): string {
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(HEAD_BYTES);
    const length = readSync(file, buffer, 0, HEAD_BYTES, 0);
    const text = buffer.subarray(0, length).toString('utf8');
    return text.startsWith('\ufeff') ? text.slice(1) : text;
  } finally {
    closeSync(file);
  }
}

/** Where the data files lie that a corpus is measured with. */
function measuring(corpus: Corpus): Corpus {
  return corpus.yardstick ?? corpus;
}

/** A data file of the lexicon: the corpus's own where it has one, else the embedded. */
export function lexiconFile(corpus: Corpus, name: string): { path: string; content: string } {
  const { root, shownRoot } = measuring(corpus);
  const own = join(root, 'lexicon', name);
  const path = existsSync(own) ? own : join(EMBEDDED, 'lexicon', name);
  return {
    path: existsSync(own) ? `${shownRoot}/lexicon/${name}` : `corpus/lexicon/${name}`,
    content: readFileSync(path, 'utf8'),
  };
}

/** Names of the word lists that are text. */
export function lexiconNames(): string[] {
  return readdirSync(join(EMBEDDED, 'lexicon')).sort();
}

/** `links.yaml` of a corpus, where it has one. */
export function linksFile(corpus: Corpus): { path: string; content: string } | undefined {
  const { root, shownRoot } = measuring(corpus);
  const path = join(root, 'links.yaml');
  if (!existsSync(path)) return undefined;
  return { path: `${shownRoot}/links.yaml`, content: readFileSync(path, 'utf8') };
}

/** Where `engine-own.json` is or would be: in the corpus, in the working folder where the corpus is the shipped one. */
export function ownFitPlace(corpus: Corpus, cwd: string): { path: string; shown: string } {
  const { root, shownRoot, embedded } = measuring(corpus);
  const name = 'engine-own.json';
  return embedded
    ? { path: join(cwd, name), shown: name }
    : { path: join(root, name), shown: `${shownRoot}/${name}` };
}

/** Where the engine lies: the corpus's own folder `engine` where it has one, else the embedded. */
export function engineFolder(corpus?: Corpus): { path: string; shown: string } {
  const source = corpus && measuring(corpus);
  const own = join(source?.root ?? EMBEDDED, 'engine');
  return existsSync(join(own, 'manifest.json')) && own !== join(EMBEDDED, 'engine')
    ? { path: own, shown: `${source?.shownRoot}/engine` }
    : { path: join(EMBEDDED, 'engine'), shown: 'corpus/engine' };
}

/** A data file of the lexicon that the corpus has of its own. */
export function ownLexiconBytes(
  corpus: Corpus,
  name: string,
): { path: string; content: Uint8Array } | undefined {
  const { root, shownRoot } = measuring(corpus);
  const path = join(root, 'lexicon', name);
  if (!existsSync(path)) return undefined;
  return { path: `${shownRoot}/lexicon/${name}`, content: readFileSync(path) };
}

/** A theme file on disk. */
export interface StoredTheme {
  /** As shown, and as it is opened. */
  readonly path: string;
  readonly file: string;
  readonly content: string;
  readonly shipped: boolean;
}

/**
 * Theme files of a corpus by name: its own, then those of the program, unless the corpus says `extend: none`.
 * A theme of its own stands in the stead of the program's of the same id.
 */
export function themeFiles(corpus: Corpus): StoredTheme[] {
  const { root, shownRoot, file, embedded } = measuring(corpus);
  const { folder, extend } = themeSource(file);
  const at = join(root, folder);
  const own = existsSync(at) ? themesIn(at, `${shownRoot}/${folder}`, false) : [];
  if (embedded || extend === 'none') return own;
  const ids = new Set(own.map(({ content }) => idOf(content)));
  const shipped = themesIn(join(EMBEDDED, 'themes'), 'corpus/themes', true);
  return [...own, ...shipped.filter(({ content }) => !ids.has(idOf(content)))];
}

function themesIn(folder: string, shown: string, shipped: boolean): StoredTheme[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml') || name.endsWith('.yml'))
    .sort()
    .map((name) => {
      const file = join(folder, name);
      return { path: `${shown}/${name}`, file, content: readFileSync(file, 'utf8'), shipped };
    });
}

/** The id a theme file states; of one that cannot be read nothing hangs on it. */
function idOf(content: string): string | undefined {
  return /^id:\s*['"]?([\w-]+)/m.exec(content)?.[1];
}
