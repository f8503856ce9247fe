import type {
  CellSentence,
  ComparisonPair,
  ComparisonRow,
  SectionRef,
} from '../../../model/index.js';
import { CHANGE_SIGNS, type Line, type Span, type Style, span } from '../../../render/index.js';
import { harmless, itemAt } from '../../../text/index.js';
import { type MarkKind, marksOfCell } from '../marks.js';
import { ownLink } from '../partners.js';
import { flow } from './lines.js';
import type { Canvas } from './options.js';

/**
 * The text of one sentence of a cell with its differences marked: against the side above it, and on the
 * topmost side against the one below.
 */
export function markedSentence(
  row: ComparisonRow,
  side: number,
  sentence: CellSentence,
  canvas: Canvas,
): Line {
  const cell = itemAt(row.cells, side);
  const style = textStyle(row, side, sentence);
  const down = side > 0 && row.pairs[side - 1] !== undefined;
  const marks = marksOfCell(row, side, down ? side - 1 : side + 1);
  const spans: Span[] = [];
  let done = sentence.start;
  for (const mark of marks) {
    const start = Math.max(mark.start, sentence.start);
    const end = Math.min(mark.end, sentence.end);
    if (start >= end) continue;
    spans.push(span(cell.text.slice(done, start), style));
    spans.push(...signed(cell.text.slice(start, end), mark.kind, down, canvas));
    done = end;
  }
  spans.push(span(cell.text.slice(done, sentence.end), style));
  return spans.filter((each) => each.text !== '');
}

/** A marked wording, between its signs where those are asked for. */
export function signed(text: string, kind: MarkKind, down: boolean, canvas: Canvas): Span[] {
  if (!canvas.signs) return [{ text: harmless(text), style: kind }];
  const [open, close] = signsOf(kind, down, canvas);
  return [
    { text: open, style: kind, glued: true },
    { text: harmless(text), style: kind },
    { text: close, style: kind },
  ];
}

const SHARED_SIGN = '_';

export function signsOf(kind: MarkKind, down: boolean, canvas: Canvas): readonly [string, string] {
  if (!canvas.signs) return ['', ''];
  if (kind === 'shared') return [SHARED_SIGN, SHARED_SIGN];
  if (kind === 'swap') return canvas.glyphs.swap;
  return down ? [`{${CHANGE_SIGNS[kind]}`, '}'] : [`[${CHANGE_SIGNS[kind]}`, ']'];
}

function textStyle(row: ComparisonRow, side: number, sentence: CellSentence): Style {
  if (sentence.heading) return 'heading';
  const linked = row.pairs[side - 1] !== undefined || row.pairs[side] !== undefined;
  if (linked) return 'plain';
  return side < row.cells.length - 1 ? 'missing-text' : 'local-text';
}

/** `~ 改写 0.83`, `↷ 移位`, `? 存疑`: what the link is, one item each. */
export function pairItems(
  pair: Pick<ComparisonPair, 'relation' | 'score' | 'moved' | 'doubtful' | 'decided'>,
  canvas: Canvas,
): Line[] {
  const { words, glyphs } = canvas;
  const style = pair.relation;
  const score = canvas.showScore ? [span(` ${pair.score.toFixed(2)}`, 'dim')] : [];
  const items: Line[] = [
    [span(`${glyphs.relations[style]} ${words.relations[style]}`, style), ...score],
  ];
  if (pair.moved) items.push([span(`${glyphs.moved} ${words.moved}`, 'moved')]);
  if (pair.doubtful) items.push([span(`? ${words.doubtful}`, 'dim')]);
  if (pair.decided === true) items.push([span(words.decided, 'dim')]);
  return items;
}

export function statusItem(status: 'missing' | 'local', canvas: Canvas): Line {
  return [span(`${canvas.glyphs.relations[status]} ${canvas.words.relations[status]}`, status)];
}

/** What the row is, seen from one side: its link to the side above, or that there is none. */
export function sideItems(row: ComparisonRow, side: number, canvas: Canvas): Line[] {
  if (side === 0) return [];
  const above = row.pairs[side - 1];
  if (above) return pairItems(above, canvas);
  if (itemAt(row.cells, side).sentences.length > 0) return [statusItem('local', canvas)];
  const others = itemAt(row.cells, side - 1).sentences;
  return others.length > 0 ? missingStatus(others, canvas) : [];
}

/** That the next side has nothing of these sentences, and whether a person has said so. */
export function missingStatus(sentences: readonly CellSentence[], canvas: Canvas): Line[] {
  const isDecided = sentences.some(({ decided }) => decided === true);
  const byHand: Line[] = isDecided ? [[span(canvas.words.decided, 'dim')]] : [];
  return [statusItem('missing', canvas), ...byHand];
}

export function addressItem(sentence: CellSentence, canvas: Canvas): Line {
  const address = span(canvas.addressOf(sentence.unit), 'address');
  return sentence.again ? [address, span(` ${canvas.words.again}`, 'dim')] : [address];
}

/** Where a sentence stands when that is not the section of the head; a heading says so itself. */
export function elsewhereItems(sentence: CellSentence, canvas: Canvas): Line[] {
  if (!sentence.elsewhere || sentence.heading) return [];
  return [[span(canvas.words.from({ section: sectionName(sentence.elsewhere) }), 'dim')]];
}

/** A partner that the selection itself does not hold. */
export function outsideItems(sentence: CellSentence, canvas: Canvas): Line[] {
  return sentence.outside ? [[span(canvas.words.outside, 'dim')]] : [];
}

/** The line above each sentence: address, what the link is, where it stands. */
export function eyebrow(
  row: ComparisonRow,
  { side, index }: { readonly side: number; readonly index: number },
  width: number,
  canvas: Canvas,
): Line[] {
  const sentence = itemAt(itemAt(row.cells, side).sentences, index);
  const items = [
    addressItem(sentence, canvas),
    ...linkItems(row, { side, index }, canvas),
    ...missingItems(row, side, sentence, canvas),
    ...elsewhereItems(sentence, canvas),
    ...outsideItems(sentence, canvas),
  ];
  return flow(items, width, canvas);
}

/** Of the first sentence what its row is; where there are several partners, of each of the lower ones its own link. */
function linkItems(
  row: ComparisonRow,
  { side, index }: { readonly side: number; readonly index: number },
  canvas: Canvas,
): Line[] {
  const { unit } = itemAt(itemAt(row.cells, side).sentences, index);
  const link = ownLink(row.pairs[side - 1], unit);
  if (link !== undefined && itemAt(row.cells, side).sentences.length > 1)
    return pairItems(link, canvas);
  return index === 0 ? sideItems(row, side, canvas) : [];
}

/** Members of lists named at most. */
const MOST_NAMES = 4;

/** How many clauses of a linked sentence nothing below carries, and which members of its lists. */
function missingItems(
  row: ComparisonRow,
  side: number,
  { missing = [] }: CellSentence,
  canvas: Canvas,
): Line[] {
  if (missing.length === 0 || row.pairs[side] === undefined) return [];
  const { glyphs, words } = canvas;
  const { text } = itemAt(row.cells, side);
  const members = missing.filter(({ member }) => member === true);
  const count = missing.length - members.length;
  const names = members
    .slice(0, MOST_NAMES)
    .map(({ start, end }) => harmless(text.slice(start, end)));
  const more = members.length > MOST_NAMES ? [glyphs.ellipsis] : [];
  const said = [
    ...(count > 0 ? [words.missingClauses({ count })] : []),
    ...(names.length > 0
      ? [words.missingMembers({ names: [...names, ...more].join(words.listed) })]
      : []),
  ];
  const byHand: Line[] = missing.some(({ decided }) => decided === true)
    ? [[span(words.decided, 'dim')]]
    : [];
  return [
    ...said.map((each): Line => [span(`${glyphs.relations.missing} ${each}`, 'missing')]),
    ...byHand,
  ];
}

export function sectionName(section: SectionRef): string {
  return `${section.label}${section.heading}`;
}
