import { itemAt } from '../text/index.js';
import { isLastChapter } from './head-lines.js';
import type { Line } from './lines.js';
import { type Marker, markerOf } from './markers.js';

/**
 * Headings that a line alone does not show, but the document does: `1 总则` over `1.1 编制目的`, and a
 * heading whose marker an extractor misplaced, where the table of contents states it. Their lines are
 * `told`: the marker does not follow from their text.
 */

/** `1 总则`, `1. 总则`: a number, and a heading short enough for one. */
const BARE_CHAPTER =
  /^(\d{1,2})[.．、]?(?![年月日个万亿元项条吨%])[\u4e00-\u9fff“《][^，。；：！？]{1,30}$/;

/**
 * Chapters numbered 1, 2, 3 …, as in every emergency plan, mostly without a mark, where decimals of the same number
 * (`1.1`) follow; a chapter without any, only after those that have some. Cost: linear.
 */
export function withBareChapters(lines: readonly Line[]): readonly Line[] {
  const decimals = lines.flatMap(({ marker }, index) =>
    marker?.kind === 'decimal' ? [{ index, parts: marker.core.split('-') }] : [],
  );
  if (decimals.length < 2) return lines;
  const told = new Map<number, Marker>();
  let expected = 1;
  let next = 0;
  lines.forEach((line, index) => {
    while (next < decimals.length && itemAt(decimals, next).index < index) next += 1;
    const digits = BARE_CHAPTER.exec(line.text)?.[1];
    if (digits === undefined || line.role === 'table-row') return;
    const number = Number(digits);
    const after = decimals[next]?.parts;
    const holds = after?.[0] === digits && after[1] === '1';
    // Chapters left out, as in an excerpt: 10 where 10.1 follows; with a mark, only some items of a list have parts.
    const leaps = holds && number > expected && line.marker === undefined;
    if (number !== expected && number !== 1 && !leaps) return;
    if (!holds && (number === 1 || !isLeaf(number, after?.[0]))) return;
    const label = line.marker?.label ?? digits;
    told.set(index, { kind: 'decimal', label, number, core: digits });
    expected = number + 1;
  });
  if (told.size === 0) return lines;
  return lines.map((line, index) => {
    const marker = told.get(index);
    return marker === undefined ? line : { ...line, marker, told: true };
  });
}

/** A chapter without sections: the next section is of the next chapter, or of an annex that begins anew, or there is none. */
function isLeaf(number: number, next: string | undefined): boolean {
  return next === undefined || next === String(number + 1) || next === '1';
}

/**
 * `附则` on a line of its own, with articles or points below it, is a heading; not where the number stands
 * alone on the line above. It stands beside the chapters where the table of contents lists it so, else in
 * the last of them, below none of its sections. Cost: linear.
 */
export function withBareLastChapter(
  lines: readonly Line[],
  contents: readonly Line[],
): readonly Line[] {
  const listed = contents.some(({ text }) => isLastChapter(text));
  let outline = 1;
  return lines.map((line, index) => {
    if (line.marker?.kind === 'chapter' && !listed) outline = 2;
    if (line.role !== undefined || line.outline !== undefined) return line;
    if (!isLastChapter(line.text) || lines[index + 1]?.marker === undefined) return line;
    const above = lines[index - 1];
    const numbered = above?.marker !== undefined && above.marker.label === above.text;
    return numbered ? line : { ...line, outline };
  });
}

/** Body lines with what the table of contents tells of them. */
interface ToldLines {
  readonly lines: readonly Line[];
  /** Markers on lines of their own whose heading stands elsewhere. */
  readonly strays: readonly Line[];
}

/**
 * Headings stated in a table of contents that stand in the body without their marker, while the markers
 * stand alone on other lines (`走新时代能源高质量发展之路` … `一、`), as some extractors leave them.
 *
 * In: the lines of the body and of the contents. Cost: linear.
 */
export function withContentsHeadings(lines: readonly Line[], contents: readonly Line[]): ToldLines {
  const entries = new Map<string, Marker>();
  for (const { text, marker } of contents)
    if (marker !== undefined) entries.set(text.slice(marker.label.length), marker);
  const found = new Map<number, Marker>();
  lines.forEach((line, index) => {
    const marker = line.marker === undefined ? entries.get(line.text) : undefined;
    if (marker !== undefined) found.set(index, { ...marker, label: '' });
  });
  if (found.size === 0) return { lines, strays: [] };
  const missing = new Set([...found.values()].map(({ kind, core }) => `${kind} ${core}`));
  const strays = lines.filter(({ text }) => {
    const marker = markerOf(text);
    return marker?.label === text && missing.has(`${marker.kind} ${marker.core}`);
  });
  return {
    strays,
    lines: lines.flatMap((line, index) => {
      const marker = found.get(index);
      if (strays.includes(line)) return [];
      return marker === undefined ? [line] : [{ ...line, marker, told: true as const }];
    }),
  };
}
