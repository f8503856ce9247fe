import { CLAUSE_GAP, type Neutral } from '../neutralise.js';
import type { PreparedSentence } from '../prepare.js';

/** A clause of a sentence's text: `[start, end)`, and which prepared clause it is, −1 where it holds nothing to compare. */
export interface ClauseSpan {
  readonly start: number;
  readonly end: number;
  readonly clause: number;
}

const CLOSING = /[,，;；:：。.!！?？、”’"'》」』）)\]】…\s\u3000]/u;
const HAN = /\p{Script=Han}/gu;
/** Letters between two clauses that are no content: a note of responsible bodies, which is nothing to carry. */
const LEAST_NOTE = 4;

/**
 * Cut a sentence into its clauses: what stands between ，；：。, together the whole text.
 *
 * Clauses are those the engine compares, with the way back to the text; a note of responsible bodies, which is not compared, is a
 * span of its own.
 */
export function clauseSpans({ unit, neutral, clauses }: PreparedSentence): ClauseSpan[] {
  const { text } = unit;
  const ends = clauseEnds(neutral);
  if (ends.length === 0) return text === '' ? [] : [{ start: 0, end: text.length, clause: -1 }];
  const spans: ClauseSpan[] = [];
  let start = 0;
  for (const [clause, { last, next }] of ends.entries()) {
    if (clause >= clauses.length) break;
    let end = last;
    while (end < next && CLOSING.test(text.charAt(end))) end += 1;
    const between = text.slice(end, next);
    const note = (between.match(HAN)?.length ?? 0) >= LEAST_NOTE;
    const to = note ? end : next;
    spans.push({ start, end: to, clause });
    if (note) spans.push({ start: to, end: next, clause: -1 });
    start = next;
  }
  return spans;
}

/** Where each clause of a neutral text ends in the text, and where the next one begins. */
function clauseEnds({ text, origins, ends }: Neutral): { last: number; next: number }[] {
  const found: { last: number; next: number }[] = [];
  if (text === '') return found;
  let at = 0;
  for (const clause of text.split(CLAUSE_GAP)) {
    const to = at + clause.length;
    const next =
      to < text.length ? (origins[to + 1] ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY;
    found.push({ last: ends[to - 1] ?? 0, next });
    at = to + 1;
  }
  return found;
}
