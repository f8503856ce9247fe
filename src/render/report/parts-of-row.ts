import type { ComparisonRow } from '../../model/index.js';
import type { Part } from '../index.js';

/** How each pair of neighbouring cells stands. */
export function partsOf(row: ComparisonRow): Part[] {
  return row.pairs.flatMap((pair, index): Part[] => {
    if (pair !== undefined) return [pair.relation];
    if (row.cells[index]!.sentences.length > 0) return ['missing'];
    return row.cells[index + 1]!.sentences.length > 0 ? ['local'] : [];
  });
}
