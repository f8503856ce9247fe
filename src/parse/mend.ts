import { isAsciiDigit, isBlank } from '../text/index.js';
import { withLabelMarks } from './misread-labels.js';

/** How many code units of each clean-up kind were removed or replaced. */
export type CleanupCounts = Record<string, number>;

/**
 * Damage that runs through a whole text and is mended where that is sure. What it goes by is the text as
 * a whole: one half-width comma may be meant, a text without any other is set that way.
 */
interface Mended {
  /** As long as the source: each mark stands for the one printed there. */
  readonly text: string;
  /** Digits stand apart by blanks (`2 0 2 5年`), as recognisers leave them. */
  readonly spacedDigits: boolean;
}

/** Cost: linear. Counts what was changed, by kind. */
export function mend(source: string, counts: CleanupCounts): Mended {
  const whole = withoutShatters(withoutMisread(source, counts), counts);
  const read = withoutDoubles(whole, counts);
  const marked = withFullMarks(read, counts);
  return { text: withLabelMarks(marked, counts), spacedDigits: hasSpacedDigits(read) };
}

/** Row 3 of GB 2312 read as Unicode: a font without a map gives `ꎬ` (U+A3AC) for `，` (A3 AC). */
const MISREAD = /[\ua3a1-\ua3fe]/g;
/** Any other syllable of Yi: the text is written in it. */
const YI = /[\ua000-\ua3a0\ua3ff-\ua48c]/;

function withoutMisread(text: string, counts: CleanupCounts): string {
  if (text.search(MISREAD) < 0 || YI.test(text)) return text;
  return text.replace(MISREAD, (mark) => {
    add(counts, 'misread-mark');
    return String.fromCharCode(mark.charCodeAt(0) - 0xa3a1 + 0xff01);
  });
}

/** A full-width digit by itself on a line, as an extractor leaves them that breaks the line at every change of font. */
const LONE_DIGIT = /(?<=\n)[ \t]*[０-９][ \t]*(?=\r?\n)/g;
/** Fewest of them that are no accident. */
const FEWEST_SHATTERS = 12;
const END = '[ \\t]*\\r?\\n[ \\t]*';
/** A figure's digit, and the character that fonts of this make give its decimal point. */
const OF_FIGURE = '[０-９\\u{1001b0}]';
/** Line ends before and after such a digit, where no sentence ends or heading begins, between two digits, and inside brackets or quotes just opened or about to close. */
const SHATTERED = new RegExp(
  [
    `(?<![。；：！？.;:!?\\s])${END}(?=${OF_FIGURE}[ \\t]*\\r?\\n)`,
    `(?<=\\n[ \\t]*${OF_FIGURE})${END}(?=[^\\s一二三四五六七八九十第（(])`,
    `(?<=${OF_FIGURE})${END}(?=${OF_FIGURE})`,
    `(?<=[（(“‘《«〔])${END}`,
    `(?<![ \\t])${END}(?=[）)”’》»〕])`,
  ].join('|'),
  'gu',
);
const POINT = /(?<=[０-９]\u200b{0,8})\u{1001b0}(?=\u200b{0,8}[０-９])/gu;

/** A text whose figures are shattered, `２⏎０⏎２⏎２⏎年`: the line ends inside become characters that take no room. */
function withoutShatters(text: string, counts: CleanupCounts): string {
  if ((text.match(LONE_DIGIT)?.length ?? 0) < FEWEST_SHATTERS) return text;
  const whole = text.replace(SHATTERED, (end) => {
    add(counts, 'shattered-figure');
    return '\u200b'.repeat(end.length);
  });
  return whole.replace(POINT, () => {
    add(counts, 'misread-mark');
    return '.\u200b';
  });
}

/** Every character twice, `总总体体要要求求`, blanks between allowed: bold that was drawn twice and pasted as text. */
const DOUBLED = /(?:([\p{Script=Han}\d，。、；：（）《》“”])\1[ \t]*)+/gu;
/** Fewest Han of such a run; words of two and three pairs (认认真真) are meant. */
const FEWEST_DOUBLED = 5;
/** … and of one that is a whole line but for the number of its heading. */
const FEWEST_IN_LINE = 3;

/** The second of each pair becomes a character that takes no room. What is doubled but too short to be sure of stays, and counts as damage. */
function withoutDoubles(text: string, counts: CleanupCounts): string {
  return text.replace(DOUBLED, (run: string, _: string, at: number) => {
    if (!isDoubled(text, run, at)) return run;
    return run.replace(/(\S)\1/gu, (pair, char: string) => {
      add(counts, 'doubled-letter');
      return `${char}${'\u200b'.repeat(pair.length - char.length)}`;
    });
  });
}

function isDoubled(text: string, run: string, at: number): boolean {
  const letters = new Set(run.match(/\p{Script=Han}/gu));
  const pairs = (run.match(/\p{Script=Han}/gu)?.length ?? 0) / 2;
  if (pairs >= FEWEST_DOUBLED && letters.size > FEWEST_IN_LINE) return true;
  const before = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  const end = text.indexOf('\n', at);
  const after = text.slice(at + run.length, end < 0 ? text.length : end);
  return letters.size >= FEWEST_IN_LINE && before.trim() === '' && after.trim() === '';
}

const FULL: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
  '«': '《',
  '»': '》',
};
/** `一,总体要求`: the comma after the number of a heading on its own line. */
const NUMBER_COMMA =
  /(?<=^[ \t\u3000]{0,80})([一二三四五六七八九十]{1,3}|\d{1,2}),(?=[\u4e00-\u9fff“《][^,，。.;；\n]{1,30}$)/gm;
const HAN_OR_CLOSED = /[\u4e00-\u9fff）)》»”’〉】〕%％\]]/;

/** Half-width marks throughout are the full-width ones of Chinese text; figures (`1,000` `3:2` `1.5`), numbers of items and addresses keep theirs. */
function withFullMarks(text: string, counts: CleanupCounts): string {
  const commas = isThroughout(text, /[\u4e00-\u9fff»”)] ?,/g, /，/g);
  const stops = isThroughout(text, /[\u4e00-\u9fff»”)] ?[.．](?![\d.．])/g, /。/g);
  if (!commas && !stops) return text;
  const numbered = commas
    ? text.replace(NUMBER_COMMA, (found) => {
        add(counts, 'half-width-mark');
        return `${found.slice(0, -1)}、`;
      })
    : text;
  return numbered.replace(/[,;:?!()«».．]/g, (mark, at: number) => {
    const full = '.．'.includes(mark)
      ? stops && isStop(text, at)
        ? '。'
        : undefined
      : commas && !isOfFigure(text, at)
        ? FULL[mark]
        : undefined;
    if (full === undefined) return mark;
    add(counts, 'half-width-mark');
    return full;
  });
}

/** Fewest marks from which a text without any of the other kind is judged, and from which one with some is. */
const FEWEST_MARKS = 2;
const FEWEST_MIXED = 10;
/** So many half-width marks for one full-width: the latter slipped in. */
const MIXED = 3;

function isThroughout(text: string, half: RegExp, full: RegExp): boolean {
  const halves = text.match(half)?.length ?? 0;
  const fulls = text.match(full)?.length ?? 0;
  return fulls === 0 ? halves >= FEWEST_MARKS : halves >= FEWEST_MIXED && halves > MIXED * fulls;
}

/** `1,000`, `3:2`, `https://`: between characters of Latin text or figures. */
function isOfFigure(text: string, at: number): boolean {
  return /[\w/@]/.test(text.charAt(at - 1)) && /[\w/@]/.test(text.charAt(at + 1));
}

/** A full stop ends what Han or a closing mark ended; the number of an item (`一.`) and dot leaders do not. */
function isStop(text: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && isBlank(text.charCodeAt(before))) before -= 1;
  let after = at + 1;
  while (after < text.length && isBlank(text.charCodeAt(after))) after += 1;
  if (isAsciiDigit(text.charCodeAt(before))) return endsParagraph(text, at);
  if (!HAN_OR_CLOSED.test(text.charAt(before)) || /[\w.．,;]/.test(text.charAt(after)))
    return false;
  return !/(?:^|[\n\r])[ \t\u3000]*[（(]?[一二三四五六七八九十]{1,3}[）)]?[ \u3000]*$/.test(
    text.slice(Math.max(0, at - 12), at),
  );
}

/** After a figure only where Han stand before it on the line and the paragraph ends: `1.` may be an item, `1.⏎5亿` a figure. */
function endsParagraph(text: string, at: number): boolean {
  const line =
    text
      .slice(Math.max(0, at - 40), at)
      .split('\n')
      .at(-1) ?? '';
  return (
    /[\u4e00-\u9fff]/.test(line) &&
    /^[ \t\u3000\r]*(?:\n[ \t\u3000\r]*(?:\n|$)|$)/.test(text.slice(at + 1, at + 80))
  );
}

/** A year by its digits, or a decimal by its parts: what no column of a table looks like. */
const SPACED_FIGURE = /(?<![\dA-Za-z.] ?)(?:1 9|2 0) \d \d ?年|\d [.．] \d(?: \d)* ?[亿万%元个]/;
/** A count by its digits. One may be two columns, several are not. */
const SPACED_COUNT = /(?<=[\u4e00-\u9fff] ?)\d(?: \d)+ ?(?:%|[个亿万元公平家处所座项户亩吨])/g;
const FEWEST_COUNTS = 2;

function hasSpacedDigits(text: string): boolean {
  const halved = text.replace(/[０-９\u3000]/g, (char) =>
    char === '\u3000' ? ' ' : String.fromCharCode(char.charCodeAt(0) - 0xfee0),
  );
  return SPACED_FIGURE.test(halved) || (halved.match(SPACED_COUNT)?.length ?? 0) >= FEWEST_COUNTS;
}

/**
 * The blank between the digits at `before` and `after` of a source parts one number: single digits all
 * along, no other number beside them, and text behind them (columns of figures end their line).
 */
export function partsNumber(source: string, before: number, after: number): boolean {
  let start = before;
  while (isLoneDigit(source, start - 2) && isBlank(source.charCodeAt(start - 1))) start -= 2;
  let end = after;
  while (isBlank(source.charCodeAt(end + 1)) && isLoneDigit(source, end + 2)) end += 2;
  if (!isLoneDigit(source, before) || !isLoneDigit(source, after)) return false;
  const beyond = isBlank(source.charCodeAt(end + 1)) ? end + 2 : end + 1;
  const ahead = isBlank(source.charCodeAt(start - 1)) ? start - 2 : start - 1;
  const ends = /[\u4e00-\u9fff%％.．，。；、）)〕］\]—–－～~-]/.test(source.charAt(beyond));
  return ends && !isAsciiDigit(halfWidth(source, ahead));
}

/** At `at` of a source stands a digit by itself. */
function isLoneDigit(source: string, at: number): boolean {
  if (!isAsciiDigit(halfWidth(source, at))) return false;
  return !isAsciiDigit(halfWidth(source, at - 1)) && !isAsciiDigit(halfWidth(source, at + 1));
}

function halfWidth(source: string, at: number): number {
  const code = source.charCodeAt(at);
  return code >= 0xff10 && code <= 0xff19 ? code - 0xfee0 : code;
}

function add(counts: CleanupCounts, kind: string): void {
  counts[kind] = (counts[kind] ?? 0) + 1;
}
