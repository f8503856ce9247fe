/** Size, themes, reuse and distinctive terms of documents. */
import { documentStats } from '../findings/index.js';
import type {
  Alignment,
  DocumentStats,
  DocumentUnits,
  SentenceUnit,
  Side,
  Theme,
} from '../model/index.js';
import { itemAt } from '../text/index.js';
import { alignPair, corpusChain, sideAbove, tokensOfSides } from './align.js';
import { labelsOfSides, themesOf } from './knowledge.js';
import { type ReadOptions, readSide } from './read.js';
import type { Workspace } from './workspace.js';

export interface StatsOfOptions extends ReadOptions {
  /** What each side is held against; without it the corpus's alias of the next level above. */
  readonly against?: string | undefined;
  /** Most distinctive terms a document. */
  readonly terms?: number;
}

export interface StatsResult {
  readonly themes: readonly Theme[];
  readonly documents: readonly {
    readonly document: DocumentUnits;
    readonly stats: DocumentStats;
    /** Name of the side it was held against. */
    readonly against?: string;
  }[];
  readonly alignments: readonly Alignment[];
}

/**
 * Figures of the documents of some names; without names, of one alias a level of the corpus.
 *
 * *Errors*: `corpus/one-level`, `corpus/unknown-document`, those of reading.
 *
 * @example
 * const ws = openWorkspace(process.cwd());
 * const { documents } = await statsOf(ws, ['wuhan'], { against: 'hubei', terms: 5 });
 */
export async function statsOf(
  ws: Workspace,
  names: readonly string[],
  { against, terms, ...reading }: StatsOfOptions = {},
): Promise<StatsResult> {
  const themes = themesOf(ws);
  const documents: StatsResult['documents'][number][] = [];
  const alignments: Alignment[] = [];
  const sides: { readonly side: Side; readonly above: Side | undefined }[] = [];
  for (const name of names.length > 0 ? names : corpusChain(ws)) {
    const side = await readSide(ws, name, reading);
    sides.push({ side, above: await aboveOf(ws, side, against, reading) });
  }
  const helds = await Promise.all(
    sides.map(
      async ({ side, above }): Promise<Held> =>
        above === undefined ? {} : heldAgainst(ws, above, side),
    ),
  );
  for (const [i, { side, above }] of sides.entries()) {
    const labels = labelsOfSides([side], themes, ws.cache);
    const held = itemAt(helds, i);
    if (held.above !== undefined) alignments.push(held.above);
    const options = { ...held, ...(terms !== undefined && { limit: terms }) };
    for (const document of side.documents)
      documents.push({
        document,
        stats: documentStats(document, labels, themes, options),
        ...(above !== undefined && { against: above.name }),
      });
  }
  return { themes, documents, alignments };
}

/** The side named, else the corpus's alias of the level above; never the side itself. */
async function aboveOf(
  ws: Workspace,
  side: Side,
  against: string | undefined,
  reading: ReadOptions,
): Promise<Side | undefined> {
  const [document] = side.documents;
  const name = against ?? (document === undefined ? undefined : sideAbove(ws, document));
  return name === undefined || name === side.name ? undefined : readSide(ws, name, reading);
}

interface Held {
  readonly above?: Alignment;
  readonly words?: (sentence: SentenceUnit) => readonly string[];
}

async function heldAgainst(ws: Workspace, above: Side, side: Side): Promise<Held> {
  return { above: await alignPair(ws, above, side), words: await wordsOf(ws, [above, side]) };
}

/** Words of two Han characters or more: single ones are particles and pieces of names. */
async function wordsOf(
  ws: Workspace,
  sides: readonly Side[],
): Promise<(sentence: SentenceUnit) => readonly string[]> {
  const tokenize = await tokensOfSides(ws, sides);
  return ({ text, markerLength }) =>
    tokenize(text.slice(markerLength))
      .filter((token) => token.kind === 'word' && token.text.length >= 2)
      .map((token) => token.text);
}
