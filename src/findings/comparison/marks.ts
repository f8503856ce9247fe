import type {
  CellRange,
  ChangeKind,
  ComparisonPair,
  ComparisonRow,
  Shared,
} from '../../model/index.js';
import { itemAt } from '../../text/index.js';

/** What a stretch of a cell is marked as: a difference, or what a paraphrase shares. */
export type MarkKind = ChangeKind | 'shared';

export interface CellMark extends CellRange {
  readonly kind: MarkKind;
}

/** Differences that say how a wording changed: in a paraphrase the others only say that nearly every word is another. */
const TELLING: ReadonlySet<ChangeKind> = new Set(['number', 'commitment', 'swap']);

/**
 * What is marked in a cell against a neighbour: its differences; in a paraphrase what is shared, what changed in figures, commitment and
 * place, and clauses that nothing carries.
 *
 * *In* `neighbour` the side the cell is held against, one above or below. *Out* ranges of the cell's text in order, apart; none empty.
 */
export function marksOfCell(row: ComparisonRow, side: number, neighbour: number): CellMark[] {
  const down = neighbour < side;
  const pair = row.pairs[down ? neighbour : side];
  if (pair === undefined) return [];
  const gone = itemAt(row.cells, down ? neighbour : side).sentences.flatMap(
    ({ missing = [] }) => missing,
  );
  const marks =
    pair.shared === undefined ? changesOf(pair, down) : marksOfParaphrase(pair, gone, down);
  return joined(marks.filter(({ start, end }) => end > start).sort((a, b) => a.start - b.start));
}

/** What is shared in two pieces that touch is one mark. */
function joined(marks: readonly CellMark[]): CellMark[] {
  const out: CellMark[] = [];
  for (const mark of marks) {
    const last = out.at(-1);
    if (last?.kind === 'shared' && mark.kind === 'shared' && last.end === mark.start)
      out[out.length - 1] = { ...last, end: mark.end };
    else out.push(mark);
  }
  return out;
}

/** `gone`: clauses of the upper cell that nothing carries; words they share all the same are not struck. */
function marksOfParaphrase(
  { changes, shared = [] }: ComparisonPair,
  gone: readonly CellRange[],
  down: boolean,
): CellMark[] {
  const telling = changesOf({ changes: changes.filter(({ kind }) => TELLING.has(kind)) }, down);
  const said = shared
    .map((range): CellMark => ({ ...(down ? downOf(range) : upOf(range)), kind: 'shared' }))
    .filter((range) => !telling.some((mark) => touches(mark, range)));
  const dropped = (down ? [] : gone)
    .flatMap((clause) => without(clause, [...telling, ...said]))
    .map((range): CellMark => ({ ...range, kind: 'dropped' }));
  return [...telling, ...said, ...dropped];
}

function changesOf({ changes }: Pick<ComparisonPair, 'changes'>, down: boolean): CellMark[] {
  return changes.map(({ kind, ...range }) => ({ ...(down ? downOf(range) : upOf(range)), kind }));
}

function upOf({ startUp, endUp }: Pick<Shared, 'startUp' | 'endUp'>): CellRange {
  return { start: startUp, end: endUp };
}

function downOf({ startDown, endDown }: Pick<Shared, 'startDown' | 'endDown'>): CellRange {
  return { start: startDown, end: endDown };
}

function touches(a: CellRange, b: CellRange): boolean {
  return a.start < b.end && b.start < a.end;
}

/** What of a range the marks leave. */
function without(range: CellRange, marks: readonly CellRange[]): CellRange[] {
  const inside = marks.filter((mark) => touches(mark, range)).sort((a, b) => a.start - b.start);
  const pieces: CellRange[] = [];
  let from = range.start;
  for (const mark of inside) {
    if (mark.start > from) pieces.push({ start: from, end: mark.start });
    from = Math.max(from, mark.end);
  }
  if (from < range.end) pieces.push({ start: from, end: range.end });
  return pieces;
}
