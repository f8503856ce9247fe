import type { SectionBags } from './gram-bag.js';
import type { PreparedPaper } from './paper.js';

/** Ids of a paper's grams as the pair's. */
export interface Renumbering {
  /** In ascending order, in which sums of squares are made. */
  readonly ordered: (grams: Int32Array) => Int32Array;
  /** In whatever order: clauses and sections are only summed and marked. */
  readonly loose: (grams: Int32Array) => Int32Array;
}

export const AS_THEY_ARE: Renumbering = { ordered: (grams) => grams, loose: (grams) => grams };

/** The pair's ids of the downstream paper's grams; from `own` on those that only it has, which keep their order. */
interface DownIds {
  readonly downIds: Int32Array;
  readonly own: number;
}

/** Those of the downstream paper: shared ones are ordered anew, its own keep their order. */
export function renumberer(
  { sentences, sections }: PreparedPaper,
  { downIds, own }: DownIds,
): Renumbering {
  let size = 0;
  for (const { grams, listed, clauses } of sentences) {
    size += grams.length + (listed === grams ? 0 : listed.length);
    for (const clause of clauses) size += clause.grams.length;
  }
  for (const { heading, bags } of sections)
    size += heading.grams.length + bags.all.ids.length + ownLength(bags);
  // One block for all: thousands of small arrays cost more than what is in them.
  const block = new Int32Array(size);
  let end = 0;
  return {
    loose: (grams) => {
      const start = end;
      for (let i = 0; i < grams.length; i += 1) block[end++] = downIds[grams[i]!]!;
      return block.subarray(start, end);
    },
    ordered: (grams) => {
      const start = end;
      for (let i = 0; i < grams.length; i += 1) {
        const id = downIds[grams[i]!]!;
        if (id < own) block[end++] = id;
      }
      if (end - start > 1) block.subarray(start, end).sort();
      for (let i = 0; i < grams.length; i += 1) {
        const id = downIds[grams[i]!]!;
        if (id >= own) block[end++] = id;
      }
      return block.subarray(start, end);
    },
  };
}

/** Grams of a section’s own sentences where they are not those of all. */
function ownLength({ own, all }: SectionBags): number {
  return own === all ? 0 : own.ids.length;
}

/** Both bags of a section by the pair’s ids. */
export function renumberBags({ own, all }: SectionBags, { loose }: Renumbering): SectionBags {
  const whole = { ...all, ids: loose(all.ids) };
  return { all: whole, own: own === all ? whole : { ...own, ids: loose(own.ids) } };
}
