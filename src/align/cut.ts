import type { SectionUnit, SentenceUnit, Side } from '../model/index.js';
import { type Concepts, conceptsOf } from './concepts.js';
import { CLAUSE_GAP, createNeutraliser, GAP, type Neutral } from './neutralise.js';
import type { Interner, WordTable } from './numbering.js';

/** What `gramOrder` holds for a concept; for others their length. */
export const CONCEPT = 4;
/** Keys of concepts lie above those of three code units. */
const CONCEPT_KEY = 65536 ** 3;

/** Length of a gram by its key, or `CONCEPT`. */
export function orderOf(key: number): number {
  if (key >= CONCEPT_KEY) return CONCEPT;
  if (key < 65536) return 1;
  return key < 65536 * 65536 ? 2 : 3;
}

export interface CutClause {
  readonly words: Int32Array;
  readonly grams: Int32Array;
}

export interface CutSentence {
  readonly unit: SentenceUnit;
  readonly neutral: Neutral;
  readonly grams: Int32Array;
  readonly words: Int32Array;
  readonly clauses: readonly CutClause[];
}

export interface CutSide {
  readonly sentences: readonly CutSentence[];
  readonly sections: readonly { readonly unit: SectionUnit; readonly heading: CutClause }[];
}

/** What texts are cut into: one numbering of grams and words for both sides. */
interface Cut {
  readonly grams: Interner;
  readonly words: WordTable;
  readonly concepts: Concepts | undefined;
}

/** Cut all sentences and headings of a side. *In* `placeNames`: names of the side's own places. */
export function cutSide(side: Side, placeNames: readonly string[], cut: Cut): CutSide {
  const neutralise = createNeutraliser(placeNames);
  const sentences: CutSentence[] = [];
  const sections: { unit: SectionUnit; heading: CutClause }[] = [];
  for (const document of side.documents) {
    for (const unit of document.sections) {
      const neutral = neutralise(unit.heading, 0).text;
      sections.push({ unit, heading: cutClause(neutral, cut) });
    }
    for (const unit of document.sentences)
      sentences.push(cutSentence(unit, neutralise(unit.text, unit.markerLength), cut));
  }
  return { sentences, sections };
}

function cutSentence(unit: SentenceUnit, neutral: Neutral, cut: Cut): CutSentence {
  const clauses = neutral.text.split(CLAUSE_GAP).map((text) => cutClause(text, cut));
  return {
    unit,
    neutral,
    grams: distinct(concat(clauses.map((clause) => clause.grams))),
    words: concat(clauses.map((clause) => clause.words)),
    clauses,
  };
}

function cutClause(text: string, { grams, words, concepts }: Cut): CutClause {
  const gramIds: number[] = [];
  const wordIds: number[] = [];
  for (const run of text.split(GAP)) {
    for (let at = 0; at < run.length; at += 1) {
      const a = run.charCodeAt(at);
      gramIds.push(grams.id(a));
      if (at + 1 >= run.length) continue;
      const b = run.charCodeAt(at + 1);
      gramIds.push(grams.id(a * 65536 + b));
      if (at + 2 < run.length)
        gramIds.push(grams.id((a * 65536 + b) * 65536 + run.charCodeAt(at + 2)));
    }
    for (const piece of run.match(/[0-9.]+[%‰]?|[A-Za-z]+|[^0-9A-Za-z.%‰]+/gu) ?? []) {
      if (/^[0-9A-Za-z]/u.test(piece)) wordIds.push(words.unknownId(piece));
      else for (const id of words.idsOf(piece)) wordIds.push(id);
    }
  }
  if (concepts !== undefined)
    for (const concept of conceptsOf(concepts, text).keys())
      gramIds.push(grams.id(CONCEPT_KEY + concept));
  return { words: Int32Array.from(wordIds), grams: distinct(Int32Array.from(gramIds)) };
}

function concat(parts: readonly Int32Array[]): Int32Array {
  const out = new Int32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** Ids once each, in ascending order. */
export function distinct(ids: Int32Array): Int32Array {
  const sorted = ids.slice().sort();
  let length = 0;
  for (let i = 0; i < sorted.length; i += 1)
    if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[length++] = sorted[i]!;
  return sorted.slice(0, length);
}
