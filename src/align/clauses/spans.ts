import type { SentenceUnit } from '../../model/index.js';
import { CLAUSE_GAP, type Neutral } from '../neutralise.js';

/** A clause of a sentence's text: `[start, end)`, and which prepared clause it is, −1 where it holds nothing to compare. */
export interface ClauseSpan {
  readonly start: number;
  readonly end: number;
  readonly clause: number;
}

/** A clause of a sentence's text, and whether it has nothing to carry. */
export interface SentenceSpan extends ClauseSpan {
  readonly idle: boolean;
}

const CLOSING = /[,，;；:：。.!！?？、”’"'》」』）)\]】…\s\u3000]/u;
const OPENING = /[“‘（(《〈「『【]/u;
const HAN = /\p{Script=Han}/gu;
/** Letters between two clauses that are no content: a note of responsible bodies, which is nothing to carry. */
const LEAST_NOTE = 4;

/**
 * Cut a sentence into its clauses: what stands between ，；：。, together the whole text.
 *
 * Clauses are those the engine compares, with the way back to the text; a note of responsible bodies, which is not compared, is a
 * span of its own.
 */
export function clauseSpans({
  unit,
  neutral,
}: {
  readonly unit: SentenceUnit;
  readonly neutral: Neutral;
}): ClauseSpan[] {
  const { text } = unit;
  const places = placesOf(neutral, text);
  if (places.length === 0) return text === '' ? [] : [{ start: 0, end: text.length, clause: -1 }];
  const spans: ClauseSpan[] = [];
  let start = 0;
  for (const { clause, last, next } of places) {
    let end = last;
    while (end < next && CLOSING.test(text.charAt(end))) end += 1;
    const note = (text.slice(end, next).match(HAN)?.length ?? 0) >= LEAST_NOTE;
    const to = note ? end : next;
    spans.push({ start, end: to, clause });
    if (note) spans.push({ start: to, end: next, clause: -1 });
    start = next;
  }
  return spans;
}

/** Which clauses of a neutral text hold anything, where each ends in the text, and where the next one begins. */
function placesOf(
  { text, origins, ends }: Neutral,
  source: string,
): { readonly clause: number; readonly last: number; readonly next: number }[] {
  const found: { clause: number; first: number; last: number }[] = [];
  let at = 0;
  for (const [clause, own] of text.split(CLAUSE_GAP).entries()) {
    const [first, last] = [origins[at], ends[at + own.length - 1]];
    if (own !== '' && first !== undefined && last !== undefined)
      found.push({ clause, first, last });
    at += own.length + 1;
  }
  return found.map(({ clause, last }, i) => {
    const first = found[i + 1]?.first;
    return {
      clause,
      last,
      next: first === undefined ? source.length : opening(source, first, last),
    };
  });
}

/** Where a clause begins with the marks that open it: “ （ 《. */
function opening(text: string, first: number, last: number): number {
  let at = first;
  while (at > last && OPENING.test(text.charAt(at - 1))) at -= 1;
  return at;
}
