import type { ComparisonPair, SentenceLinkRef } from '../../model/index.js';

/**
 * What links a sentence of a row with several partners to the other side: its own best link; undefined where the pair has one link
 * and says it itself.
 */
export function ownLink(
  pair: ComparisonPair | undefined,
  unit: string,
): SentenceLinkRef | undefined {
  if (pair === undefined || pair.links.length < 2) return undefined;
  return pair.links.find((link) => link.upstream.includes(unit) || link.downstream.includes(unit));
}
