import { groupBy } from '../text/index.js';
import { likePartners } from './edits.js';
import { fingerprintsOf } from './judge.js';
import type { RawFinding } from './types.js';

/** Of an order of numbers every edit is told: what stands beside the place does not make it known. */
const OF_ORDER = /^numbering-|^heading-level-jump$/u;

/** Of more findings of a rule in one file the paper was read anew: each with each would take a square of time. */
const MOST = 50;

interface Printed {
  readonly finding: RawFinding;
  readonly print: string;
}

/**
 * Fingerprints of findings that were there before, beside other words: of the same rule and file, one for one, with half
 * of what stands at their place in common. Mending a word does not make the quotation mark beside it a new fault.
 */
export function carriedFingerprints(
  before: readonly RawFinding[],
  after: readonly RawFinding[],
): string[] {
  const [old, now] = [printed(before), printed(after)];
  const [known, standing] = [printsOf(old), printsOf(now)];
  const gone = groupBy(
    old.filter(({ print }) => !standing.has(print)),
    placeOf,
  );
  const fresh = groupBy(
    now.filter(({ print, finding }) => !known.has(print) && !OF_ORDER.test(finding.rule)),
    placeOf,
  );
  return [...fresh].flatMap(([place, items]) => {
    const former = gone.get(place) ?? [];
    if (Math.max(former.length, items.length) > MOST) return [];
    return likePartners(former, items, ({ finding }) => finding.key).map(({ print }) => print);
  });
}

function printed(findings: readonly RawFinding[]): Printed[] {
  const prints = fingerprintsOf(findings);
  return findings.flatMap((finding, i) => {
    const print = prints[i];
    return print === undefined ? [] : [{ finding, print }];
  });
}

const printsOf = (items: readonly Printed[]): Set<string> =>
  new Set(items.map(({ print }) => print));

const placeOf = ({ finding: { rule, path } }: Printed): string => `${rule} ${path}`;
