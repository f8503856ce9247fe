/** How much wording the papers of an index share, many with many. */
import { commonFrom } from './rank.js';
import type { Volume } from './volume.js';

/** A paper's documents count as one. */
export interface PapersOfIndex {
  readonly volumes: readonly Volume[];
  /** For each volume, the paper that each of its documents is of; -1 for what is left out. */
  readonly paperOf: readonly Int32Array[];
  /** Papers in all. */
  readonly count: number;
}

/**
 * In how many keys each paper of `asked` is like every paper; what is common in the index does not count.
 *
 * *Out* a row for each asked one. *Cost* one walk through the postings, and for each key its asked papers × its papers; memory
 * asked × count × 4 bytes, so ask for some at a time.
 */
export function keysShared(index: PapersOfIndex, asked: readonly number[]): Uint32Array[] {
  const rows = asked.map(() => new Uint32Array(index.count));
  const rowOf = new Map(asked.map((paper, i) => [paper, rows[i]!]));
  for (const papers of papersByKey(index))
    for (const paper of papers) {
      const row = rowOf.get(paper);
      if (row !== undefined) for (const other of papers) row[other]! += 1;
    }
  return rows;
}

/** Papers of each key that stands in several and says something. */
function* papersByKey({ volumes, paperOf }: PapersOfIndex): Generator<readonly number[]> {
  const common = commonFrom(volumes.reduce((sum, { blockCount }) => sum + blockCount, 0));
  const found = new Uint32Array(Math.max(0, ...volumes.map(({ blockCount }) => blockCount)));
  for (const [first, volume] of volumes.entries())
    for (const key of volume.keys()) {
      const counts = volumes.map((own) => own.count(key));
      // A key of several volumes is met in the first of them.
      if (counts.findIndex((count) => count > 0) < first) continue;
      const all = counts.reduce((sum, count) => sum + count, 0);
      if (all < 2 || all > common) continue;
      const papers: number[] = [];
      for (const [v, count] of counts.entries()) {
        if (count === 0) continue;
        volumes[v]!.blocksOf(key, found);
        for (let i = 0; i < count; i += 1) {
          const paper = paperOf[v]![volumes[v]!.documentOf[found[i]!]!]!;
          // Blocks of a paper stand together.
          if (paper >= 0 && paper !== papers.at(-1)) papers.push(paper);
        }
      }
      if (papers.length > 1) yield papers;
    }
}
