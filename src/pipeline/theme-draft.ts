/** A theme file to begin with. */
import { proposeTerms } from '../align/index.js';
import type { ThemeDraft } from '../corpus/index.js';
import { draftersWords } from './knowledge.js';
import { corpusSide, distinctDocuments, readSides } from './read.js';
import type { Workspace } from './workspace.js';

export interface DraftThemeOptions {
  /** Name in Chinese; the first seed without it. */
  readonly label?: string | undefined;
  /** Most terms proposed. */
  readonly most?: number;
  /** What to learn from; the whole corpus without it. */
  readonly documents?: readonly string[] | undefined;
}

/**
 * A theme drawn from seed words, its other terms proposed by association. `themeFileText` makes a file of it.
 *
 * *Errors*: `corpus/unknown-document`, those of reading.
 *
 * @example
 * const ws = openWorkspace(process.cwd());
 * const { proposed } = await draftTheme(ws, 'digital-economy', ['数字经济', '数字产业'], { most: 10 });
 */
export async function draftTheme(
  ws: Workspace,
  id: string,
  seedWords: readonly [string, ...string[]],
  { label, most, documents: names }: DraftThemeOptions = {},
): Promise<ThemeDraft> {
  const sides = names === undefined ? [await corpusSide(ws)] : await readSides(ws, names);
  const documents = distinctDocuments(sides);
  const texts = documents.flatMap(({ sentences }) => sentences.map(({ text }) => text));
  const seeds = seedWords.map((text) => ({
    text,
    sentences: texts.filter((sentence) => sentence.includes(text)).length,
  }));
  const regions = ws.regions();
  const { background } = ws.engine().read();
  const proposed = proposeTerms(seedWords, documents, {
    ...(most !== undefined && { most }),
    background,
    verbs: draftersWords(ws),
    isName: (text) => regions.find(text) !== undefined,
  });
  return { id, label: label ?? seedWords[0], seeds, proposed };
}
