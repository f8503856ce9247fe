import type { TraceNode } from '../../model/index.js';
import {
  placeCells,
  placeColumns,
  placeFinder,
  type RowTable,
  type TableRow,
} from '../../render/index.js';
import { rounded } from '../../text/index.js';
import type { TraceView } from './view.js';

/** `duibiao.trace-rows/1`: one row for each step of each way: `root`, `link` from its parent, or `fresh`. */
export function traceRows(view: TraceView): RowTable {
  const placeOf = placeFinder(view.documents);
  const { report } = view;
  const rowsOf = (node: TraceNode, root: string, parent?: string): TableRow[] => [
    {
      type: parent === undefined ? 'root' : 'link',
      root,
      parent: parent ?? null,
      step: node.step,
      side: report.sides[node.step] ?? null,
      relation: node.relation ?? null,
      link: node.link ?? null,
      score: node.score === undefined ? null : rounded(node.score),
      stops: node.stops,
      differences:
        parent === undefined
          ? null
          : view
              .differences(parent, node.unit)
              .map(({ kind, upstream, downstream }) => `${kind}: ${upstream} → ${downstream}`)
              .join('; '),
      ...placeCells([node.unit], placeOf),
    },
    ...node.children.flatMap((child) => rowsOf(child, root, node.unit)),
  ];
  const rooted = new Set(report.roots.map(({ unit }) => unit));
  const fresh = report.fresh
    .filter(({ unit }) => !rooted.has(unit))
    .map(({ unit, step }) => ({
      type: 'fresh',
      step,
      side: report.sides[step] ?? null,
      ...placeCells([unit], placeOf),
    }));
  return {
    schema: 'duibiao.trace-rows/1',
    columns: [
      ...['type', 'root', 'parent', 'step', 'side', 'relation', 'link', 'score', 'stops'],
      'differences',
      ...placeColumns(),
    ],
    rows: [...report.roots.flatMap((root) => rowsOf(root, root.unit)), ...fresh],
  };
}
