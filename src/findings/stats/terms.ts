import type { DistinctiveTerm } from '../../model/index.js';

export interface DistinctiveOptions {
  /** Default 30. */
  readonly limit?: number;
  /** Least number of occurrences; default 3: rarer terms reach no significance worth the name. */
  readonly minCount?: number;
}

/** Critical value of χ² with one degree of freedom at p = 0.001 (Rayson and Garside 2000 advise no less). */
const SIGNIFICANT = 10.83;
/** A term inside a longer one that has this share of its occurrences says nothing of its own (光谷科 in 光谷科技). */
const SAME_OCCURRENCES = 0.8;

/**
 * Terms used more in `own` than in `reference`, by log-likelihood.
 *
 * G² = 2 (a ln(a/E₁) + b ln(b/E₂)), E₁ = c (a+b)/(c+d), E₂ = d (a+b)/(c+d), where a and b are the counts
 * of the term and c and d all counts in the two.
 * *Out*: highest G² first; only terms over 10.83 (p < 0.001).
 */
export function distinctiveTerms(
  own: readonly string[],
  reference: readonly string[],
  options: DistinctiveOptions = {},
): DistinctiveTerm[] {
  const { limit = 30, minCount = 3 } = options;
  const [mine, theirs] = [countOf(own), countOf(reference)];
  const scored: DistinctiveTerm[] = [];
  for (const [term, count] of mine) {
    const other = theirs.get(term) ?? 0;
    if (count < minCount || count * reference.length <= other * own.length) continue;
    const g2 = logLikelihood(count, other, own.length, reference.length);
    if (g2 < SIGNIFICANT) continue;
    scored.push({
      term,
      count,
      reference: other,
      g2,
      logRatio: logRatio(count, other, own.length, reference.length),
    });
  }
  scored.sort((a, b) => b.g2 - a.g2 || b.term.length - a.term.length || (a.term < b.term ? -1 : 1));
  return withoutParts(scored, limit);
}

function countOf(terms: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

/** G² of one term: counts `a` of `c`, `b` of `d`. */
export function logLikelihood(a: number, b: number, c: number, d: number): number {
  const part = (observed: number, size: number) =>
    observed === 0 ? 0 : observed * Math.log(observed / ((size * (a + b)) / (c + d)));
  return 2 * (part(a, c) + part(b, d));
}

function logRatio(a: number, b: number, c: number, d: number): number {
  return Math.log2(a / c / ((b === 0 ? 0.5 : b) / Math.max(1, d)));
}

/** Drop terms that nearly always stand inside a longer one of the list, and the other way round keep the longer. */
function withoutParts(scored: readonly DistinctiveTerm[], limit: number): DistinctiveTerm[] {
  const kept: DistinctiveTerm[] = [];
  for (const item of scored) {
    if (kept.length >= limit) break;
    const longer = scored.some(
      (other) =>
        other.term.length > item.term.length &&
        other.term.includes(item.term) &&
        other.count >= item.count * SAME_OCCURRENCES,
    );
    if (!longer) kept.push(item);
  }
  return kept;
}

/** Character n-grams of 2 to 6 inside runs of Han characters: terms where there is no segmenter. */
export function gramsOf(text: string): string[] {
  const runs = text.match(/[\u3007\u3400-\u4dbf\u4e00-\u9fff]{2,}/gu) ?? [];
  return runs.flatMap((run) => {
    const grams: string[] = [];
    for (let length = 2; length <= 6; length += 1) {
      for (let at = 0; at + length <= run.length; at += 1) grams.push(run.slice(at, at + length));
    }
    return grams;
  });
}
