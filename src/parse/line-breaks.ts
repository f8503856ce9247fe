import type { LineBreak, LineBreakDecision } from '../model/index.js';
import { headLineKind, isSignature, opensAnnexes } from './head-lines.js';
import { leadOf } from './leads.js';
import {
  continuesNumber,
  isBareLine,
  isBareMarker,
  isChapterHeading,
  isHeadLine,
  isMarkedByFile,
  isNumberedBareLine,
  isPoint,
  isSetRight,
  type LineBorder,
  opensSection,
  opensText,
  signs,
} from './line-border.js';

export interface LineBreakRule {
  /** The evidence, in kebab-case; printed by `parse --diagnostics`. */
  readonly name: string;
  /** `undefined`: the rule has nothing to say about this border. */
  readonly decide: (border: LineBorder) => LineBreakDecision | undefined;
}

/** Where no rule speaks, the text runs on: a full line that has not ended. */
export const TEXT_RUNS_ON = 'text-runs-on';

/**
 * How printed lines become paragraphs: the first rule that speaks decides.
 *
 * A line that still had room for what follows ended on purpose; one that is full went on unless the
 * next is indented. Every row has a golden case (`fixtures/parse`) that fails without it.
 */
export const LINE_BREAK_RULES: readonly LineBreakRule[] = [
  // Notes are set like the text, wrapped, but each opens with its number.
  {
    name: 'footnote-goes-on',
    decide: ({ line, before, layout }) =>
      layout.wrapped &&
      line.role === 'footnote' &&
      before.role === 'footnote' &&
      !before.ended &&
      !/^[①-⑳\d]/.test(line.text)
        ? 'join'
        : undefined,
  },
  // The importer knows headings, table rows, list items and notes: each is whole.
  {
    name: 'marked-by-the-file',
    decide: ({ line, before }) =>
      isMarkedByFile(line) || isMarkedByFile(before) ? 'break' : undefined,
  },
  // No paragraph ends in a comma: a stray line break of an otherwise unwrapped text.
  {
    name: 'stray-break-after-comma',
    decide: ({ line, comma, layout }) =>
      !layout.wrapped && comma && line.marker === undefined ? 'join' : undefined,
  },
  // A part of it is wrapped: its lines break off at one edge.
  {
    name: 'breaks-off-at-an-edge',
    decide: ({ line, before }) =>
      before.breaksOff === true &&
      (line.marker === undefined || continuesNumber(line.marker, before)) &&
      headLineKind(line.text) === undefined
        ? 'join'
        : undefined,
  },
  // Some extractors put the marker on a line of its own, the heading on the next; web pages that of a chapter.
  {
    name: 'marker-alone',
    decide: ({ first, before, line, layout }) =>
      first && isBareMarker(before.text) && (layout.wrapped || isChapterHeading(before, line))
        ? 'join'
        : undefined,
  },
  // Where lines are not wrapped, each is a paragraph.
  {
    name: 'line-is-paragraph',
    decide: ({ layout }) => (layout.wrapped ? undefined : 'break'),
  },
  // No paragraph begins with a closing mark.
  {
    name: 'opens-with-closing-mark',
    decide: ({ line }) => (/^[。，、；：？！）》”’]/.test(line.text) ? 'join' : undefined),
  },
  // A date, a document number or a publication note is no part of a paragraph.
  {
    name: 'head-line',
    decide: ({ line, layout }) => (isHeadLine(line, layout) ? 'break' : undefined),
  },
  // … and no paragraph goes on after one.
  {
    name: 'after-head-line',
    decide: ({ first, before, layout }) =>
      first && isHeadLine(before, layout) ? 'break' : undefined,
  },
  // Blank lines separate paragraphs, but also stand where a page was cut in mid-sentence.
  {
    name: 'blank-line',
    decide: (border) =>
      border.layout.blanksSeparate &&
      border.line.blanksBefore > 0 &&
      (border.ended || border.heading || border.room)
        ? 'break'
        : undefined,
  },
  // The indent of a new paragraph after a text that has ended.
  {
    name: 'indented-after-finished-text',
    decide: (border) => (border.ended && border.indented === true ? 'break' : undefined),
  },
  // The indent of a first paragraph below its heading.
  {
    name: 'indented-after-heading',
    decide: (border) =>
      border.indented === true && border.heading && (border.first || border.room)
        ? 'break'
        : undefined,
  },
  // The same below a heading without a marker.
  {
    name: 'indented-after-bare-line',
    decide: (border) =>
      border.indented === true &&
      border.room &&
      !border.layout.pieces &&
      isBareLine(border.before, border.layout)
        ? 'break'
        : undefined,
  },
  // A typesetter squeezes marks, so a width alone does not deny a numbered item that follows a finished text.
  {
    name: 'numbered-after-finished-text',
    decide: ({ line, ended }) =>
      line.marker !== undefined && ended && !isPoint(line.marker) ? 'break' : undefined,
  },
  // No line within a paragraph is short, and its last one ends it: a numbered one without any mark is a heading, whatever came before.
  {
    name: 'numbered-bare-line',
    decide: ({ line, next, before, comma, layout }) =>
      line.marker !== undefined &&
      next !== undefined &&
      !layout.pieces &&
      !comma &&
      isNumberedBareLine(line, line.marker, layout) &&
      !/[（(“《]$/.test(before.text) &&
      !continuesNumber(line.marker, before)
        ? 'break'
        : undefined,
  },
  // The text so far is 1. and this line begins with 2.: the next of the list, though none of them ends.
  {
    name: 'next-number',
    decide: ({ line, before, opener, comma }) =>
      opener?.number !== undefined &&
      line.marker?.kind === opener.kind &&
      line.marker.number === opener.number + 1 &&
      !comma &&
      !continuesNumber(line.marker, before) &&
      !/[（(“《第]$/.test(before.text)
        ? 'break'
        : undefined,
  },
  // A chapter or 一、 or （一） below a line with room, that ends in no comma: below a title, a cell, a page number.
  {
    name: 'marker-below-short-line',
    decide: ({ line, before, comma, room }) =>
      line.marker !== undefined &&
      opensSection(line.marker) &&
      !comma &&
      room &&
      !/[（(“《第]$/.test(before.text)
        ? 'break'
        : undefined,
  },
  // Too wide for a first line, or at the left edge: the text goes on, unless room was left on purpose.
  {
    name: 'no-indent',
    decide: (border) =>
      border.indented === false && !((border.heading || border.ended) && border.room)
        ? 'join'
        : undefined,
  },
  // 一是, 第一， and 一、 open a paragraph only after a finished text.
  {
    name: 'point-after-finished-text',
    decide: ({ line, ended }) => (line.marker !== undefined && ended ? 'break' : undefined),
  },
  // A heading below a heading, unless what looks like a marker completes a number.
  {
    name: 'marker-after-heading',
    decide: (border) =>
      border.line.marker !== undefined &&
      border.heading &&
      !continuesNumber(border.line.marker, border.before)
        ? 'break'
        : undefined,
  },
  // An extractor cut the printed line at a full stop; its rest follows.
  {
    name: 'piece-of-printed-line',
    decide: (border) =>
      border.ended && border.fitsPrintedLine && border.room ? 'join' : undefined,
  },
  // The line could have taken more and did not: the paragraph ended there.
  {
    name: 'room-left-after-finished-text',
    decide: (border) => (border.ended && border.room ? 'break' : undefined),
  },
  // … and so did the heading.
  {
    name: 'room-left-after-heading',
    decide: (border) => (border.heading && border.room ? 'break' : undefined),
  },
  // The title of an attached text, and its opening 为…, 根据….
  {
    name: 'room-left-before-opening-words',
    decide: (border) =>
      !border.ended && border.room && opensText(border.before, border.line) ? 'break' : undefined,
  },
  // Several offices sign one below the other, or below the list of annexes, or one above the date; at the right edge there is no room to see.
  {
    name: 'signature-below-signature',
    decide: ({ line, next, before, first, ended, room }) => {
      if (ended || !signs(line)) return undefined;
      const below = isSignature(before.text) && (room || isSetRight(line));
      const listed = first && opensAnnexes(before.text) && next !== undefined && signs(next);
      return below || listed ? 'break' : undefined;
    },
  },
  // A heading without a marker: one short line without punctuation.
  {
    name: 'room-left-after-bare-line',
    decide: (border) =>
      border.first &&
      border.opener === undefined &&
      !border.layout.pieces &&
      !border.ended &&
      border.room &&
      isBareLine(border.before, border.layout)
        ? 'break'
        : undefined,
  },
  // 会议指出 opens a paragraph even where the line before happens to be full.
  {
    name: 'lead-after-full-line',
    decide: (border) =>
      border.ended && border.indented !== false && leadOf(border.line.text) !== undefined
        ? 'break'
        : undefined,
  },
];

/** What becomes of a border, and by which rule: the first that speaks. */
export function decideBorder(border: LineBorder, rules: readonly LineBreakRule[]): LineBreak {
  const { start } = border.line;
  for (const rule of rules) {
    const decision = rule.decide(border);
    if (decision !== undefined) return { start, decision, rule: rule.name };
  }
  return { start, decision: 'join', rule: TEXT_RUNS_ON };
}
