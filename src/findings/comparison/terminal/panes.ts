import type {
  ComparisonBlock,
  ComparisonEntry,
  ComparisonHead,
  ComparisonRow,
  ComparisonView,
  MovedNote,
} from '../../../model/index.js';
import { type Line, span } from '../../../render/index.js';
import { itemAt } from '../../../text/index.js';
import { columnRule, flow, joinColumns, paneWidth, titledRule, wrapLine } from './lines.js';
import {
  addressItem,
  eyebrow,
  markedSentence,
  missingStatus,
  pairItems,
  sectionName,
  sideItems,
  statusItem,
} from './marks.js';
import type { Canvas } from './options.js';

/**
 * Sides next to each other in equal panes; sides beyond `panes` are summed up in a line under their
 * row.
 */
export function sideBySide(view: ComparisonView, panes: number, canvas: Canvas): Line[] {
  const width = paneWidth(panes, canvas);
  return view.blocks.flatMap((block) => [
    ...headOf(block.head, panes, width, canvas),
    ...entriesOf(block, panes, width, canvas),
    [],
  ]);
}

function headOf(head: ComparisonHead, panes: number, width: number, canvas: Canvas): Line[] {
  const rule = columnRule(panes, width, canvas);
  const columns = Array.from({ length: panes }, (_, side): Line[] => {
    if (head.row && itemAt(head.row.cells, side).sentences.length > 0) {
      return rowColumn(head.row, side, width, canvas);
    }
    const status = head.row ? flow(sideItems(head.row, side, canvas), width, canvas) : [];
    return [...status, ...sectionLines(head, side, width, canvas)];
  });
  return [rule, ...joinColumns(columns, width, canvas)];
}

/** Headings that are not themselves rows: given for orientation. */
export function sectionLines(
  head: ComparisonHead,
  side: number,
  width: number,
  canvas: Canvas,
): Line[] {
  const sections = itemAt(head.sections, side);
  if (sections.length === 0) {
    return wrapLine([span(canvas.words.noCounterpart, 'dim')], width, canvas);
  }
  // A related section only gives some of its content: said, so that it is not taken for a counterpart.
  const related = isRelated(head, side)
    ? [span(`${RELATED_SIGN} ${canvas.words.sectionRelations.related} `, 'paraphrased')]
    : [];
  return sections.flatMap((section) =>
    wrapLine([...related, span(sectionName(section), 'heading')], width, canvas),
  );
}

/** Sign of a related section, as in the outline. */
const RELATED_SIGN = '~';

/** The second side is the one the block is about; the others stand beside it by the link between them. */
function isRelated(head: ComparisonHead, side: number): boolean {
  return side !== 1 && head.relations[Math.min(side, 1)] === 'related';
}

function entriesOf(block: ComparisonBlock, panes: number, width: number, canvas: Canvas): Line[] {
  const rows = block.rows.map((entry): Line[] => entryLines(entry, panes, width, canvas));
  const divided = joinColumns(
    Array.from({ length: panes }, () => [[]]),
    width,
    canvas,
  );
  return rows.flatMap((lines) => (lines.length > 0 ? [...divided, ...lines] : []));
}

function entryLines(entry: ComparisonEntry, panes: number, width: number, canvas: Canvas): Line[] {
  switch (entry.type) {
    case 'folded':
      return foldedLines(entry.rows.length, canvas);
    case 'moved':
      return joinColumns(
        [movedLines(entry, width, canvas), ...emptyColumns(panes - 1)],
        width,
        canvas,
      );
    case 'row':
      return rowLines(entry, panes, width, canvas);
    default:
      return entry satisfies never;
  }
}

function emptyColumns(count: number): Line[][] {
  return Array.from({ length: count }, () => []);
}

function rowLines(row: ComparisonRow, panes: number, width: number, canvas: Canvas): Line[] {
  const columns = Array.from({ length: panes }, (_, side) => rowColumn(row, side, width, canvas));
  const shown = columns.some((column) => column.length > 0)
    ? joinColumns(columns, width, canvas)
    : [];
  const summed = row.cells.slice(panes).flatMap((_, index) => sumUp(row, panes + index, canvas));
  return [...shown, ...summed];
}

function rowColumn(row: ComparisonRow, side: number, width: number, canvas: Canvas): Line[] {
  const { sentences } = itemAt(row.cells, side);
  if (sentences.length === 0) return flow(sideItems(row, side, canvas), width, canvas);
  return sentences.flatMap((sentence, index) => [
    ...eyebrow(row, { side, index }, width, canvas),
    ...wrapLine(markedSentence(row, side, sentence, canvas), width, canvas),
  ]);
}

/** One line for a side that has no pane: its relation and its addresses. */
function sumUp(row: ComparisonRow, side: number, canvas: Canvas): Line[] {
  const { sentences } = itemAt(row.cells, side);
  const above = itemAt(row.cells, side - 1).sentences;
  if (sentences.length === 0 && above.length === 0) return [];
  const pair = row.pairs[side - 1];
  const alone = sentences.length > 0 ? [statusItem('local', canvas)] : missingStatus(above, canvas);
  const items = [
    [span(`${canvas.glyphs.arrow} ${itemAt(canvas.sides, side)}`, 'dim')],
    ...(pair ? pairItems(pair, canvas) : alone),
    ...sentences.map((sentence) => addressItem(sentence, canvas)),
  ];
  return flow(items, canvas.width - 2, canvas, 2).map((line) => [span('  '), ...line]);
}

export function foldedLines(rows: number, canvas: Canvas): Line[] {
  const { glyphs, words, width } = canvas;
  const title = [span(`${glyphs.ellipsis} ${words.folded({ rows })}`, 'dim')];
  return titledRule(title, glyphs.thinRule, width, canvas);
}

export function movedLines(note: MovedNote, width: number, canvas: Canvas): Line[] {
  const addresses = note.to.map((unit) => canvas.addressOf(unit)).join(' ');
  const items: Line[] = [
    [span(canvas.addressOf(note.unit), 'address')],
    [span(`${canvas.glyphs.moved} ${canvas.words.seeAt({ addresses })}`, 'moved')],
  ];
  return flow(items, width, canvas, 2);
}
