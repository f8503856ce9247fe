import type {
  ComparisonEntry,
  ComparisonHead,
  ComparisonPair,
  ComparisonRow,
  ComparisonView,
} from '../../../model/index.js';
import { type Line, type Span, span } from '../../../render/index.js';
import { itemAt } from '../../../text/index.js';
import { flow, ruleOf, wrapLine } from './lines.js';
import {
  addressItem,
  elsewhereItems,
  eyebrow,
  markedSentence,
  outsideItems,
  sideItems,
  signed,
} from './marks.js';
import type { Canvas } from './options.js';
import { foldedLines, movedLines, sectionLines } from './panes.js';

type DrawRow = (row: ComparisonRow, canvas: Canvas) => Line[];

/** One side under the other: for narrow terminals. */
export function stacked(view: ComparisonView, canvas: Canvas): Line[] {
  return inOneColumn(view, canvas, stackedRow);
}

/** One running text: the lower side's, with what it dropped and replaced in its place. */
export function inline(view: ComparisonView, canvas: Canvas): Line[] {
  return inOneColumn(view, canvas, inlineRow);
}

/** `-` before upstream lines, `+` before downstream ones, nothing before what is the same. */
export function unified(view: ComparisonView, canvas: Canvas): Line[] {
  return inOneColumn(view, canvas, unifiedRow);
}

function inOneColumn(view: ComparisonView, canvas: Canvas, draw: DrawRow): Line[] {
  const drawEntry = (entry: ComparisonEntry): Line[] => {
    if (entry.type === 'folded') return [...foldedLines(entry.rows.length, canvas), []];
    if (entry.type === 'moved') return [...movedLines(entry, canvas.width, canvas), []];
    return [...draw(entry, canvas), []];
  };
  return view.blocks.flatMap(({ head, rows }) => [
    ...headLinesOf(head, canvas, draw),
    [],
    ...rows.flatMap(drawEntry),
  ]);
}

function headLinesOf(head: ComparisonHead, canvas: Canvas, draw: DrawRow): Line[] {
  const rule = [ruleOf(canvas.glyphs.rule, canvas.width, canvas)];
  if (head.row) return [rule, ...draw(head.row, canvas)];
  return [
    rule,
    ...head.sections.flatMap((_, side) => {
      const name = span(`${itemAt(canvas.sides, side)}  `, 'address');
      return sectionLines(head, side, canvas.width - 4, canvas).map(
        (line, index): Line => (index === 0 ? [name, ...line] : [span('  '), ...line]),
      );
    }),
  ].flatMap((line) => wrapLine(line, canvas.width, canvas));
}

function stackedRow(row: ComparisonRow, canvas: Canvas): Line[] {
  return row.cells.flatMap((_, side) => stackedCell(row, side, canvas));
}

function stackedCell(row: ComparisonRow, side: number, canvas: Canvas): Line[] {
  const { sentences } = itemAt(row.cells, side);
  if (sentences.length === 0) {
    const items = sideItems(row, side, canvas);
    const named = items.length > 0 && row.cells.length > 2;
    return flow(
      named ? [[span(itemAt(canvas.sides, side), 'address')], ...items] : items,
      canvas.width,
      canvas,
    );
  }
  return sentences.flatMap((sentence, index) => [
    ...eyebrow(row, { side, index }, canvas.width, canvas),
    ...wrapLine(markedSentence(row, side, sentence, canvas), canvas.width, canvas, { indent: 2 }),
  ]);
}

function unifiedRow(row: ComparisonRow, canvas: Canvas): Line[] {
  const last = row.cells.length - 1;
  return row.cells.flatMap((cell, side) => {
    if (cell.sentences.length === 0) return stackedCell(row, side, canvas);
    const saidAbove = side > 0 && itemAt(row.cells, side - 1).text === cell.text;
    const kept = side < last && itemAt(row.cells, side + 1).text === cell.text;
    const sign = kept ? span('  ') : side < last ? span('- ', 'dropped') : span('+ ', 'added');
    return cell.sentences.flatMap((sentence, index) => {
      const head = eyebrow(row, { side, index }, canvas.width, canvas);
      if (saidAbove) return head;
      const text = wrapLine(markedSentence(row, side, sentence, canvas), canvas.width - 2, canvas);
      return [...head, ...text.map((line): Line => [sign, ...line])];
    });
  });
}

function inlineRow(row: ComparisonRow, canvas: Canvas): Line[] {
  return row.cells.flatMap((_, side) => {
    const above = row.pairs[side - 1];
    // Several partners stand in an order of their own: one running text of them and their upstream would deceive.
    if (above !== undefined && !isOneText(above)) return stackedCell(row, side, canvas);
    if (above !== undefined) return inlinePair(row, above, side - 1, canvas);
    const below = row.pairs[side];
    return below === undefined || !isOneText(below) ? stackedCell(row, side, canvas) : [];
  });
}

/** Of two paraphrases nearly every word would stand twice. */
function isOneText({ links, shared }: ComparisonPair): boolean {
  return links.length === 1 && shared === undefined;
}

function inlinePair(
  row: ComparisonRow,
  pair: ComparisonPair,
  index: number,
  canvas: Canvas,
): Line[] {
  const [up, down] = [itemAt(row.cells, index), itemAt(row.cells, index + 1)];
  const items = [
    ...up.sentences.map((sentence) => addressItem(sentence, canvas)),
    [span(canvas.glyphs.arrow, 'dim')],
    ...down.sentences.map((sentence) => addressItem(sentence, canvas)),
    ...sideItems(row, index + 1, canvas),
    ...up.sentences.flatMap((sentence) => elsewhereItems(sentence, canvas)),
    ...[...up.sentences, ...down.sentences]
      .flatMap((sentence) => outsideItems(sentence, canvas))
      .slice(0, 1),
  ];
  const spans = inlineSpans(up.text, down.text, pair, canvas);
  return [
    ...flow(items, canvas.width, canvas, 2),
    ...wrapLine(
      spans.filter((each) => each.text !== ''),
      canvas.width,
      canvas,
      { indent: 2 },
    ),
  ];
}

function inlineSpans(up: string, down: string, pair: ComparisonPair, canvas: Canvas): Span[] {
  const spans: Span[] = [];
  let [u, d] = [0, 0];
  for (const change of pair.changes) {
    spans.push(...between(up.slice(u, change.startUp), down.slice(d, change.startDown)));
    const before = up.slice(change.startUp, change.endUp);
    const after = down.slice(change.startDown, change.endDown);
    if (before !== '') spans.push(...signed(before, change.kind, false, canvas));
    if (after !== '') spans.push(...signed(after, change.kind, true, canvas));
    [u, d] = [change.endUp, change.endDown];
  }
  return [...spans, ...between(up.slice(u), down.slice(d))];
}

/** What counts as the same; an upstream section marker or list order that is another, in `[…]`. */
function between(up: string, down: string): Span[] {
  if (up === down) return [span(down)];
  let start = 0;
  while (start < up.length && up[start] === down[start]) start += 1;
  let tail = 0;
  const room = Math.min(up.length, down.length) - start;
  while (tail < room && up.at(-1 - tail) === down.at(-1 - tail)) tail += 1;
  const other = up.slice(start, up.length - tail);
  return [
    span(down.slice(0, start)),
    ...(other === '' ? [] : [span(`[${other}]`, 'dim')]),
    span(down.slice(start)),
  ];
}
