import { type Phrase, phrase } from '../messages/index.js';
import { itemAt, nearest, UserError } from '../text/index.js';
import {
  isMap,
  isScalar,
  type Pair,
  parseDocument as parseYaml,
  stringify,
  yamlFault,
} from './yaml.js';

/** `corpus.yaml`: what no single document can say. */
export interface CorpusFile {
  /** Paths of the documents from the corpus folder, in order. */
  readonly documents: readonly string[];
  /** Names for what a person means: one document or several as one side. */
  readonly aliases: Readonly<Record<string, readonly string[]>>;
  /** Where its themes are; absent: the folder `themes`, beside those of the program. */
  readonly themes?: string | Partial<ThemeSource>;
}

/** Themes a corpus is looked at with. */
export interface ThemeSource {
  /** Folder of its own, from the corpus folder. */
  readonly folder: string;
  /** `shipped`: the themes of the program too. */
  readonly extend: (typeof EXTENDS)[number];
}

const EXTENDS = ['shipped', 'none'] as const;

/** What `themes` in corpus.yaml comes to. */
export function themeSource({ themes }: CorpusFile): ThemeSource {
  const given = typeof themes === 'string' ? { folder: themes } : themes;
  return { folder: 'themes', extend: 'shipped', ...given };
}

const KEYS = ['documents', 'aliases', 'themes'] as const;

/** Errors: `corpus/bad-file` with path and line. */
export function readCorpusFile(content: string, path: string): CorpusFile {
  const document = parseYaml(content);
  const lineAt = (offset: number): number => content.slice(0, offset).split('\n').length;
  const wrong = (line: number, problem: Phrase, advice: Phrase): Error =>
    new UserError('corpus/bad-file', { path, line, problem, advice });
  const fault = document.errors[0];
  if (fault !== undefined)
    throw wrong(
      lineAt(fault.pos[0]),
      yamlFault(fault, itemAt(fault.message.split('\n'), 0)),
      phrase('corpus/mend.advice'),
    );
  const root = document.contents;
  if (!isMap(root)) throw wrong(1, phrase('corpus/fields'), phrase('corpus/fields.advice'));
  for (const pair of root.items as Pair[]) {
    const key = isScalar(pair.key) ? String(pair.key.value) : '';
    if ((KEYS as readonly string[]).includes(key)) continue;
    const offset = isScalar(pair.key) ? (pair.key.range?.[0] ?? 0) : 0;
    throw wrong(
      lineAt(offset),
      phrase('fault/field', { name: key }),
      phrase('fault/nearest', { nearest: nearest(key, KEYS)[0] ?? KEYS[0] }),
    );
  }
  const data = document.toJS() as { documents?: unknown; aliases?: unknown; themes?: unknown };
  if (!isTexts(data.documents))
    throw wrong(1, phrase('corpus/documents'), phrase('corpus/documents.advice'));
  const aliases = Object.entries((data.aliases ?? {}) as Record<string, unknown>).map(
    ([name, value]) => {
      const ids = typeof value === 'string' ? [value] : value;
      if (!isTexts(ids) || ids.length === 0)
        throw wrong(1, phrase('corpus/alias', { name }), phrase('corpus/alias.advice'));
      return [name, ids] as const;
    },
  );
  if (!isThemes(data.themes))
    throw wrong(
      Math.max(1, content.split('\n').findIndex((line) => line.startsWith('themes')) + 1),
      phrase('corpus/themes'),
      phrase('corpus/themes.advice'),
    );
  return {
    documents: data.documents,
    aliases: Object.fromEntries(aliases),
    ...(data.themes !== undefined && { themes: data.themes }),
  };
}

function isThemes(value: unknown): value is CorpusFile['themes'] {
  if (value === undefined || typeof value === 'string') return true;
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).every(([key, given]) =>
    key === 'extend' ? EXTENDS.includes(given) : key === 'folder' && typeof given === 'string',
  );
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

export function corpusFileText(file: CorpusFile): string {
  const aliases = Object.fromEntries(
    Object.entries(file.aliases).map(([name, ids]) => [name, ids.length === 1 ? ids[0] : ids]),
  );
  return stringify(
    {
      documents: file.documents,
      aliases,
      ...(file.themes !== undefined && { themes: file.themes }),
    },
    { lineWidth: 0 },
  );
}
