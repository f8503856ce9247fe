import type {
  Alignment,
  MatrixCell,
  MatrixHead,
  SectionMatrix,
  SentenceRelation,
  Side,
} from '../../model/index.js';
import { itemAt } from '../../text/index.js';
import { atLeast } from '../shared/link-index.js';
import { groupBySection } from '../shared/sides.js';

interface MatrixOptions {
  /** Default `chapter`. */
  readonly by?: 'section' | 'chapter';
  /** Weakest relation that counts; default `paraphrased`. */
  readonly minRelation?: SentenceRelation;
}

/**
 * Where each upstream chapter went: shares of its sentences linked into each downstream chapter.
 *
 * A sentence linked into two chapters counts in both cells, so a row may add up to more than 1.
 * *Cost*: linear in the pairs the links stand for.
 */
export function sectionMatrix(alignment: Alignment, options: MatrixOptions = {}): SectionMatrix {
  const { by = 'chapter', minRelation = 'paraphrased' } = options;
  const upstream = ends(alignment.upstream, by);
  const downstream = ends(alignment.downstream, by);
  const cells = new Map<string, Cell>();
  for (const link of alignment.links) {
    if (link.grain !== 'sentence' || !atLeast(link.relation, minRelation)) continue;
    for (const up of link.upstream)
      for (const down of link.downstream) {
        const row = upstream.groupOf.get(up);
        const column = downstream.groupOf.get(down);
        if (row === undefined || column === undefined) continue;
        const cell = cellAt(cells, row, column);
        cell.up.add(up);
        cell.down.add(down);
      }
  }
  return {
    upstream: upstream.heads,
    downstream: downstream.heads,
    cells: inOrder(cells, upstream, downstream),
  };
}

interface Ends {
  readonly heads: readonly MatrixHead[];
  /** Position in `heads` of the group a sentence stands in. */
  readonly groupOf: ReadonlyMap<string, number>;
}

interface Cell {
  readonly row: number;
  readonly column: number;
  readonly up: Set<string>;
  readonly down: Set<string>;
}

function ends(side: Side, by: 'section' | 'chapter'): Ends {
  const groups = groupBySection(side, by);
  const groupOf = new Map<string, number>();
  groups.forEach((group, at) => {
    for (const sentence of group.sentences) groupOf.set(sentence.id, at);
  });
  const heads = groups.map(({ key, document, heading, sentences }) => ({
    key,
    document,
    heading,
    units: sentences.length,
  }));
  return { heads, groupOf };
}

function cellAt(cells: Map<string, Cell>, row: number, column: number): Cell {
  const key = `${row} ${column}`;
  const cell = cells.get(key) ?? { row, column, up: new Set<string>(), down: new Set<string>() };
  cells.set(key, cell);
  return cell;
}

function inOrder(cells: ReadonlyMap<string, Cell>, upstream: Ends, downstream: Ends): MatrixCell[] {
  const sorted = [...cells.values()].sort((a, b) => a.row - b.row || a.column - b.column);
  return sorted.map(({ row, column, up, down }) => {
    const from = itemAt(upstream.heads, row);
    const to = itemAt(downstream.heads, column);
    return {
      upstream: from.key,
      downstream: to.key,
      units: up.size,
      share: up.size / from.units,
      shareDownstream: down.size / to.units,
    };
  });
}
