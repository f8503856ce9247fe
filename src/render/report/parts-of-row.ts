import type { ComparisonRow } from '../../model/index.js';
import { itemAt } from '../../text/index.js';
import type { Part } from '../index.js';

/** How each pair of neighbouring cells stands. */
export function partsOf(row: ComparisonRow): Part[] {
  return row.pairs.flatMap((pair, index): Part[] => {
    if (pair !== undefined) return [pair.relation];
    if (itemAt(row.cells, index).sentences.length > 0) return ['missing'];
    return itemAt(row.cells, index + 1).sentences.length > 0 ? ['local'] : [];
  });
}
