import type { Side } from '../model/index.js';
import type { Background } from './background.js';
import { isIdle, saysPurpose } from './clauses/idle.js';
import { clauseSpans, type SentenceSpan } from './clauses/spans.js';
import { type Concepts, conceptsOf } from './concepts.js';
import { CLAUSE_GAP, createNeutraliser, GAP, type Neutral } from './neutralise.js';
import { type Interner, WordTable } from './numbering.js';
import { type Provision, provisionOf } from './provision.js';

/** What `gramOrder` holds for a concept; for others their length. */
export const CONCEPT = 4;
/** Keys of concepts lie above those of three code units. */
export const CONCEPT_KEY = 65536 ** 3;

/** Length of a gram by its key, or `CONCEPT`. */
export function orderOf(key: number): number {
  if (key >= CONCEPT_KEY) return CONCEPT;
  if (key < 65536) return 1;
  return key < 65536 * 65536 ? 2 : 3;
}

/** What is looked up in a stretch of neutral text: words by the paper's numbering, concepts by the list's. */
export interface FoundText {
  readonly words: Int32Array;
  readonly concepts: Int32Array;
}

/** A sentence by itself: all that asks for expressions, dictionaries and lists. */
export interface CutSentence {
  readonly neutral: Neutral;
  readonly provision: Provision;
  readonly spans: readonly SentenceSpan[];
  /** One for each clause of the neutral text. */
  readonly clauses: readonly FoundText[];
}

export interface CutHeading extends FoundText {
  /** Neutral. */
  readonly text: string;
}

/** Texts of a paper cut up, in the order of its sections and sentences: what is costly to find, and kept on disk. */
export interface CutPaper {
  readonly headings: readonly CutHeading[];
  readonly sentences: readonly CutSentence[];
  /** Words by id: the background's number of each, or the text of one it does not know. */
  readonly words: readonly (number | string)[];
}

/** What the engine knows of a paper's language. */
export interface PaperKnowledge {
  readonly background: Background;
  readonly concepts?: Concepts | undefined;
}

/** Cut all sentences and headings of a side. *In* `placeNames`: names of the side's own places. */
export function cutPaper(
  side: Side,
  placeNames: readonly string[],
  { background, concepts }: PaperKnowledge,
): CutPaper {
  const neutralise = createNeutraliser(placeNames);
  const words = new WordTable(background);
  const find = (text: string): FoundText => findIn(text, words, concepts);
  const headings: CutHeading[] = [];
  const sentences: CutSentence[] = [];
  for (const document of side.documents) {
    for (const { heading } of document.sections) {
      const { text } = neutralise(heading, 0);
      headings.push({ text, ...find(text) });
    }
    for (const unit of document.sentences) {
      const neutral = neutralise(unit.text, unit.markerLength);
      const purpose = saysPurpose(unit);
      sentences.push({
        neutral,
        provision: provisionOf(unit.text, neutral),
        spans: clauseSpans({ unit, neutral }).map((span) => ({
          ...span,
          idle: purpose || isIdle(unit.text.slice(span.start, span.end)),
        })),
        clauses: neutral.text.split(CLAUSE_GAP).map(find),
      });
    }
  }
  return { headings, sentences, words: words.keys };
}

const PIECE = /[0-9.]+[%‰]?|[A-Za-z]+|[^0-9A-Za-z.%‰]+/gu;
const FIGURE_OR_LATIN = /^[0-9A-Za-z]/u;

function findIn(text: string, words: WordTable, concepts: Concepts | undefined): FoundText {
  const ids: number[] = [];
  for (const run of text.split(GAP))
    for (const piece of run.match(PIECE) ?? []) {
      if (FIGURE_OR_LATIN.test(piece)) ids.push(words.unknownId(piece));
      else words.pushIds(piece, ids);
    }
  return {
    words: Int32Array.from(ids),
    concepts: concepts === undefined ? NONE : Int32Array.from(conceptsOf(concepts, text).keys()),
  };
}

const NONE = new Int32Array(0);

const GAP_UNIT = GAP.charCodeAt(0);

/** Grams of a stretch of neutral text and the concepts found in it: each once, in ascending order of its id. */
export function gramsOf(text: string, concepts: Int32Array, grams: Interner): Int32Array {
  const ids = new Int32Array(3 * text.length + concepts.length);
  let count = 0;
  eachGram(text, (key) => {
    ids[count++] = grams.id(key);
  });
  for (const concept of concepts) ids[count++] = grams.id(CONCEPT_KEY + concept);
  return distinct(ids.subarray(0, count));
}

/** Keys of the grams of a stretch of neutral text, those of one, two and three units. */
export function eachGram(text: string, take: (key: number) => void): void {
  for (let at = 0; at < text.length; at += 1) {
    const a = text.charCodeAt(at);
    if (a === GAP_UNIT) continue;
    take(a);
    // Past the end there is NaN, which is no unit: a text ends as a run does.
    const b = text.charCodeAt(at + 1);
    if (!(b >= 0) || b === GAP_UNIT) continue;
    take(a * 65536 + b);
    const c = text.charCodeAt(at + 2);
    if (c >= 0 && c !== GAP_UNIT) take((a * 65536 + b) * 65536 + c);
  }
}

/** All ids of some lists, in their order. */
export function concat(parts: readonly Int32Array[]): Int32Array {
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
