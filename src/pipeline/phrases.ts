/** Set phrases of documents: who carries, varies or drops them. */
import { absentSeeds, createPhraseIndex, findPhrases, lookUpPhrase } from '../findings/index.js';
import type { DocumentUnits, Phrase, PhraseLexicon, Side } from '../model/index.js';
import { type PairedOptions, sidesOfLevels } from './align.js';
import { phraseLexicon } from './knowledge.js';
import type { LevelChoice } from './pairing.js';
import { corpusSide, distinctDocuments, readSides } from './read.js';
import type { Workspace } from './workspace.js';

/** Levels (`from`, `to`): only documents that stand above or below one another there, as `pairsOfLevels` says. */
export interface PhrasesOfOptions extends PairedOptions {
  /** Look this one up instead of finding all. */
  readonly phrase?: string;
  /** Only phrases from one of these: `seed`, `quoted`, `repeated`. */
  readonly sources?: ReadonlySet<string>;
  /** Only phrases with one of these below the level that has them first: `identical`, `variant`, `absent`. */
  readonly statuses?: ReadonlySet<string>;
}

export interface PhrasesResult {
  readonly documents: readonly DocumentUnits[];
  readonly phrases: readonly Phrase[];
  /** Seeds of the lexicon that no document has. */
  readonly absent: () => readonly string[];
  /** Where one was looked up: it, and what the documents have otherwise. */
  readonly lookedUp?: { readonly text: string; readonly others: () => readonly string[] };
}

/**
 * Set phrases of some documents or sides; without names of the whole corpus.
 *
 * *Errors*: `corpus/unknown-document`, `levels/no-pairs`, those of reading.
 *
 * @example
 * const ws = openWorkspace(process.cwd());
 * const { phrases } = await phrasesOf(ws, ['hubei', 'wuhan'], { phrase: '房住不炒' });
 */
export async function phrasesOf(
  ws: Workspace,
  names: readonly string[],
  { phrase, sources, statuses, from, to, ...reading }: PhrasesOfOptions = {},
): Promise<PhrasesResult> {
  const sides = names.length === 0 ? [await corpusSide(ws)] : await readSides(ws, names, reading);
  const documents = documentsOfLevels(distinctDocuments(sides), { from, to });
  const index = createPhraseIndex(documents);
  const lexicon = phraseLexicon(ws);
  const found = (): readonly Phrase[] =>
    findPhrases(index, lexicon).filter(
      (each) =>
        (sources === undefined || each.sources.some((source) => sources.has(source))) &&
        (statuses === undefined || hasBelow(each, statuses)),
    );
  const absent = (): readonly string[] => absentSeeds(index, lexicon).map(({ text }) => text);
  if (phrase === undefined) return { documents, phrases: found(), absent };
  return {
    documents,
    phrases: [lookUpPhrase(index, phrase, variantsOf(phrase, lexicon))],
    absent,
    lookedUp: { text: phrase, others: () => found().map(({ text }) => text) },
  };
}

function documentsOfLevels(
  documents: readonly DocumentUnits[],
  choice: LevelChoice,
): readonly DocumentUnits[] {
  if (choice.from === undefined && choice.to === undefined) return documents;
  const sides = documents.map(
    (document): Side => ({ name: document.head.id, documents: [document] }),
  );
  const asked = new Set(sidesOfLevels(sides, choice).flat());
  return sides.filter((side) => asked.has(side)).flatMap((side) => side.documents);
}

function variantsOf(text: string, { seeds }: PhraseLexicon): readonly string[] {
  const seed = seeds.find((each) => each.text === text || each.variants.includes(text));
  return seed === undefined ? [] : [seed.text, ...seed.variants].filter((other) => other !== text);
}

/** The status at any level below the one that has the phrase first. */
function hasBelow(phrase: Phrase, statuses: ReadonlySet<string>): boolean {
  const from = phrase.levels.findIndex(({ level }) => level === phrase.first?.level);
  const below = from < 0 ? phrase.levels : phrase.levels.slice(from + 1);
  return below.some(({ status }) => statuses.has(status));
}
