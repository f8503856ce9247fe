import { eastAsianWidth } from 'get-east-asian-width';

/**
 * Columns taken by characters Unicode calls ambiguous (“ ” … — · ① ─ │): 1 in most terminals,
 * 2 in those set up for East Asian text.
 */
export type AmbiguousWidth = 1 | 2;

/** Upper bound of what a raw tab can take; `harmless` turns tabs into spaces before layout. */
const RAW_TAB_WIDTH = 8;

const EXTEND =
  /^(?:\p{M}|[\u200c\u{e0020}-\u{e007f}]|\u200d|[\ufe00-\ufe0f]|[\u{1f3fb}-\u{1f3ff}]|[\u{e0100}-\u{e01ef}])$/u;
const PICTOGRAPH = /^\p{Extended_Pictographic}/u;
const INVISIBLE = /^[\p{M}\p{Cf}\p{Cc}\p{Zl}\p{Zp}]$/u;

/**
 * Columns a text takes on a terminal line.
 *
 * *In*: one line; control characters count 0, so make it `harmless` first.
 * *Cost*: linear, no table look-up for Han, CJK punctuation and ASCII.
 * *Source*: Unicode TR 11 (East Asian width), TR 29 (clusters), TR 51 (emoji presentation).
 */
export function displayWidth(text: string, ambiguousWidth: AmbiguousWidth = 1): number {
  let width = 0;
  for (let start = 0; start < text.length; ) {
    const end = clusterEnd(text, start);
    width += clusterWidth(text, start, end, ambiguousWidth);
    start = end;
  }
  return width;
}

/**
 * User-perceived characters of a text: a base with its combining marks, variation selectors,
 * joined emoji. Not `Intl.Segmenter`, which is quadratic on Node 20 and changes with ICU.
 */
export function clusters(text: string): string[] {
  const found: string[] = [];
  for (let start = 0; start < text.length; ) {
    const end = clusterEnd(text, start);
    found.push(text.slice(start, end));
    start = end;
  }
  return found;
}

/** Where the cluster that begins at `start` ends. */
export function clusterEnd(text: string, start: number): number {
  if (isPlain(text.charCodeAt(start)) && !mayExtend(text.charCodeAt(start + 1))) return start + 1;
  const base = text.codePointAt(start)!;
  let end = start + unitsOf(base);
  if (base === 0x0d) return text.charCodeAt(end) === 0x0a ? end + 1 : end;
  if (base < 0x20) return end;
  if (isRegional(base) && isRegional(text.codePointAt(end))) end += 2;
  const pictograph = base > 0xa8 && PICTOGRAPH.test(String.fromCodePoint(base));
  const jamo = isJamo(base);
  while (end < text.length) {
    const next = text.codePointAt(end)!;
    const joined = pictograph && text.charCodeAt(end - 1) === 0x200d;
    if (isExtend(next) || (joined && PICTOGRAPH.test(String.fromCodePoint(next)))) {
      end += unitsOf(next);
    } else if (jamo && isJamoTail(next)) end += 1;
    else break;
  }
  return end;
}

/** Columns of the cluster `[start, end)`. */
export function clusterWidth(
  text: string,
  start: number,
  end: number,
  ambiguousWidth: AmbiguousWidth,
): number {
  const code = text.charCodeAt(start);
  if (end - start === 1 && isPlain(code)) return code < 0x7f ? 1 : 2;
  if (code === 0x09) return RAW_TAB_WIDTH;
  const base = text.codePointAt(start)!;
  const cluster = text.slice(start, end);
  if (isRegional(base) && end - start >= 4) return 2;
  if (INVISIBLE.test(String.fromCodePoint(base))) return 0;
  if (cluster.includes('\ufe0f') && (PICTOGRAPH.test(cluster) || cluster.endsWith('\u20e3')))
    return 2;
  return eastAsianWidth(base, { ambiguousAsWide: ambiguousWidth === 2 });
}

/** Printable ASCII, the common Han block, CJK and full-width punctuation: width known at sight. */
function isPlain(code: number): boolean {
  return (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x20 && code < 0x7f) ||
    (code >= 0xff01 && code <= 0xff60) ||
    (code >= 0x3000 && code <= 0x3020)
  );
}

function mayExtend(code: number): boolean {
  return code >= 0x300 && !isPlain(code);
}

function isExtend(codePoint: number): boolean {
  if (codePoint < 0x300 || (codePoint >= 0x4e00 && codePoint <= 0x9fff)) return false;
  return EXTEND.test(String.fromCodePoint(codePoint));
}

function isRegional(codePoint: number | undefined): boolean {
  return codePoint !== undefined && codePoint >= 0x1f1e6 && codePoint <= 0x1f1ff;
}

function isJamo(codePoint: number): boolean {
  return (
    (codePoint >= 0x1100 && codePoint <= 0x11ff) || (codePoint >= 0xac00 && codePoint <= 0xd7a3)
  );
}

function isJamoTail(codePoint: number): boolean {
  return (
    (codePoint >= 0x1160 && codePoint <= 0x11ff) || (codePoint >= 0xd7b0 && codePoint <= 0xd7ff)
  );
}

function unitsOf(codePoint: number): number {
  return codePoint > 0xffff ? 2 : 1;
}
