import type { ComparisonEntry, ComparisonView } from '../../../model/index.js';
import { type Line, span } from '../../../render/index.js';
import { type MarkKind, marksOfCell } from '../marks.js';
import { signsOf } from './marks.js';
import type { Canvas } from './options.js';

const KINDS: readonly MarkKind[] = [
  'swap',
  'number',
  'commitment',
  'list-member',
  'set-phrase',
  'added',
  'dropped',
  'changed',
  'shared',
];

/** Signs of the differences that occur in the view, each with its name; nothing when there are none. */
export function legendItems(view: ComparisonView, canvas: Canvas): Line[] {
  const used = kindsIn(view);
  if (used.size === 0) return [];
  const entries = KINDS.filter((kind) => used.has(kind)).map((kind): Line => {
    const [open, close] = signsOf(kind, kind !== 'dropped', canvas);
    return [span(`${open}${canvas.words.kinds[kind]}${close}`, kind)];
  });
  return [[span(canvas.words.legend, 'strong')], ...entries];
}

function kindsIn(view: ComparisonView): ReadonlySet<MarkKind> {
  const rowsOf = (entry: ComparisonEntry) =>
    entry.type === 'row' ? [entry] : entry.type === 'folded' ? entry.rows : [];
  const rows = view.blocks.flatMap(({ head, rows }) => [
    ...(head.row ? [head.row] : []),
    ...rows.flatMap(rowsOf),
  ]);
  const marks = rows.flatMap((row) =>
    row.pairs.flatMap((_, side) => [
      ...marksOfCell(row, side, side + 1),
      ...marksOfCell(row, side + 1, side),
    ]),
  );
  return new Set(marks.map(({ kind }) => kind));
}
