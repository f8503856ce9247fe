import type { ReviewPartner, ReviewQuestion, TextRange } from '../model/index.js';
import type { PreparedPair, PreparedSentence } from './prepare.js';

/** How fast a person is taken to be: letters a minute, seconds for a key. Nobody was timed: 500 is a fair rate of reading Chinese. */
const READING = { letters: 500, key: 2 };

/** Minutes that reading so many letters and pressing so many keys take. */
export function readingMinutes({ letters, keys }: { letters: number; keys: number }): number {
  return letters / READING.letters + (keys * READING.key) / 60;
}

/** Clauses are shown until they hold this share of what both sentences share. */
const BETTER_PART = 0.5;

/** Letters of its opening that are read of any sentence: mostly whom it speaks of. */
const OPENING = 12;

/**
 * Where a downstream sentence speaks of what an upstream one says: the fewest of its clauses that hold the better part of the
 * grams both have, by weight; and how it opens, for a clause from its middle seldom says whom it speaks of.
 *
 * *Out* ranges of its text in order, neighbours joined; the whole text where nothing is shared.
 */
export function sharedClauses(
  { gramWeights }: Pick<PreparedPair, 'gramWeights'>,
  up: PreparedSentence,
  down: PreparedSentence,
): TextRange[] {
  const said = new Set(up.grams);
  const spans = down.spans.map(({ start, end, clause }) => {
    let weight = 0;
    for (const gram of down.clauses[clause]?.grams ?? [])
      if (said.has(gram)) weight += gramWeights[gram] ?? 0;
    return { start, end, weight };
  });
  let missing = BETTER_PART * spans.reduce((sum, { weight }) => sum + weight, 0);
  const { text, markerLength } = down.unit;
  const opening = Math.min(spans[0]?.end ?? 0, markerLength + OPENING);
  const kept: TextRange[] = opening > 0 ? [{ start: 0, end: opening }] : [];
  for (const { start, end, weight } of [...spans].sort((a, b) => b.weight - a.weight)) {
    if (missing <= 0) break;
    kept.push({ start, end });
    missing -= weight;
  }
  return kept.length > 1 ? joined(kept) : [{ start: 0, end: text.length }];
}

function joined(ranges: readonly TextRange[]): TextRange[] {
  const out: TextRange[] = [];
  for (const range of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = out.at(-1);
    if (last !== undefined && last.end >= range.start)
      out[out.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    else out.push(range);
  }
  return out;
}

/** Expected seconds that a question takes: the sentence, what is shown beside it, and what is aside where nothing else fits. */
export function readingSeconds(letters: number, partners: readonly ReviewPartner[]): number {
  let read = letters;
  let none = 1;
  for (const { about, aside, score } of partners) {
    if (aside) read += none * lettersIn(about);
    else {
      read += lettersIn(about);
      none *= 1 - score;
    }
  }
  return 60 * readingMinutes({ letters: read, keys: 1 });
}

/** Letters of a partner that are to be read. */
export function lettersIn(about: readonly TextRange[]): number {
  return about.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** Partners that an answer speaks of: what is aside only where a person had to look at it, because nothing else was chosen. */
export function spokenOf(
  { partners }: Pick<ReviewQuestion, 'partners'>,
  chosen: readonly string[],
): readonly ReviewPartner[] {
  const first = partners.filter((own) => !own.aside);
  const units = new Set(first.map(({ unit }) => unit));
  const isAside = partners.some((own) => own.aside && chosen.includes(own.unit));
  return !isAside && chosen.some((unit) => units.has(unit)) ? first : partners;
}
