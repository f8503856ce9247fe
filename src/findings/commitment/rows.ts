import type { CommitmentShift } from '../../model/index.js';
import { type PlaceOf, placeCells, placeColumns, type RowTable } from '../../render/index.js';
import { rounded } from '../../text/index.js';
import { pairFactCells, pairFactColumns, type SideFacts } from '../shared/side-facts.js';

/** Shifts of one pair of sides. */
interface CommitmentOfPair {
  readonly upstream: SideFacts;
  readonly downstream: SideFacts;
  readonly shifts: readonly CommitmentShift[];
}

/** `duibiao.commitment-rows/1`: one row for each link whose both sides commit. */
export function commitmentRows(pairs: readonly CommitmentOfPair[], placeOf: PlaceOf): RowTable {
  return {
    schema: 'duibiao.commitment-rows/1',
    columns: [
      'pair',
      ...pairFactColumns(),
      ...['link', 'shift', 'difference', 'basis', 'words'],
      ...placeColumns('upstream_'),
      ...placeColumns('downstream_'),
    ],
    rows: pairs.flatMap((pair) =>
      pair.shifts.map((shift) => ({
        pair: `${pair.upstream.name} → ${pair.downstream.name}`,
        ...pairFactCells(pair.upstream, pair.downstream),
        link: shift.link,
        shift: shift.shift,
        difference: rounded(shift.difference),
        basis: shift.basis,
        words: shift.clauses
          .map(({ upstream, downstream }) => `${wordText(upstream)} → ${wordText(downstream)}`)
          .join('; '),
        ...placeCells(shift.upstream, placeOf, 'upstream_'),
        ...placeCells(shift.downstream, placeOf, 'downstream_'),
      })),
    ),
  };
}

function wordText({ word, grade }: { readonly word: string; readonly grade: number }): string {
  return `${word}(${grade})`;
}
