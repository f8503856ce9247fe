import type { PDFPageProxy } from './pdfjs.js';

/** A run of text as the page draws it. Points, seen as the reader sees the page: y grows downwards. */
export interface Fragment {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
  /** How sure a recogniser is of it, 0 to 1; absent where nothing was guessed. */
  readonly confidence?: number;
}

export interface PageText {
  readonly fragments: readonly Fragment[];
  readonly width: number;
  readonly height: number;
  /** Characters that stand askew or sideways on the page: watermarks, stamps, margin notes. */
  readonly turned: number;
  /** Characters drawn twice at the same place (bold by overprinting). */
  readonly doubled: number;
}

/** Text space to page, y growing downwards: the size is in it. */
export type Matrix = readonly [number, number, number, number, number, number];

export interface Placed extends Fragment {
  /** Direction of writing in quarter turns; `undefined` for askew. */
  readonly quarter: number | undefined;
}

/** The text of a page with its places. Blanks are left out: the gaps tell them. Cost: pdfjs. */
export async function readPageText(page: PDFPageProxy): Promise<PageText> {
  const view = page.getViewport({ scale: 1 });
  const content = await page.getTextContent({ disableNormalization: true });
  const placed: Placed[] = [];
  for (const item of content.items) {
    if (!('str' in item) || item.str.trim() === '') continue;
    const matrix = multiply(
      view.transform as unknown as Matrix,
      item.transform as unknown as Matrix,
    );
    const vertical = content.styles[item.fontName]?.vertical === true;
    placed.push(place(item.str, matrix, vertical ? item.height : item.width, vertical));
  }
  return pageTextOf(placed, view);
}

/** Runs of a page that stand in its main direction, seen with the page turned so; doubles once. */
export function pageTextOf(
  placed: readonly Placed[],
  view: { readonly width: number; readonly height: number },
): PageText {
  const main = mainDirection(placed);
  const upright = placed.filter(({ quarter }) => quarter === main);
  const turnedSize = main % 2 === 1;
  const turned = countOf(placed) - countOf(upright);
  const fragments = withoutDoubles(upright.map((fragment) => turnBack(fragment, main, view)));
  return {
    fragments,
    width: turnedSize ? view.height : view.width,
    height: turnedSize ? view.width : view.height,
    turned,
    doubled: countOf(upright) - countOf(fragments),
  };
}

function multiply(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ];
}

/** Degrees off the axes that printing and scanning leave; watermarks lean by 30 and more. */
const SKEW = 3;

/** A run at its place; `length` along the line, in the page's units. */
export function place(text: string, matrix: Matrix, length: number, vertical: boolean): Placed {
  const [a, b, c, d, x, y] = matrix;
  const size = Math.hypot(c, d) || Math.hypot(a, b);
  const degrees = ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360;
  const quarter = Math.round(degrees / 90) % 4;
  const straight = Math.abs(((degrees + 45) % 90) - 45) <= SKEW;
  return {
    text,
    left: x,
    right: x + length,
    baseline: y,
    size,
    quarter: straight && !vertical ? quarter : undefined,
  };
}

function mainDirection(placed: readonly Placed[]): number {
  const counts = [0, 1, 2, 3].map((direction) =>
    placed.reduce((sum, { quarter, text }) => sum + (quarter === direction ? text.length : 0), 0),
  );
  return counts.indexOf(Math.max(...counts));
}

/** A fragment of a page printed sideways, seen with the page turned. */
function turnBack(
  fragment: Placed,
  quarter: number,
  view: { width: number; height: number },
): Fragment {
  const { text, size, left, right, baseline } = fragment;
  const length = right - left;
  switch (quarter) {
    case 1:
      return { text, size, left: baseline, right: baseline + length, baseline: view.width - left };
    case 2: {
      const start = view.width - left;
      return { text, size, left: start, right: start + length, baseline: view.height - baseline };
    }
    case 3: {
      const start = view.height - baseline;
      return { text, size, left: start, right: start + length, baseline: left };
    }
    default:
      return { text, size, left, right, baseline };
  }
}

/** Overprinted bold is shifted by a fraction of a point; the next equal character stands a full size away. */
const DOUBLE_SHIFT = 0.2;
/** The largest shift, in points: that of type of 20 points. The grid below is as wide, so that neighbours are near. */
const MOST_SHIFT = 4;

interface Character extends Fragment {
  readonly from: number;
}

/**
 * Fragments without the characters that an earlier fragment drew at the same place.
 *
 * Character by character: what is drawn twice comes in other pieces the second time
 * (`黄`, `黄石`, `石市` …). Cost: linear, but for characters heaped on one place.
 */
function withoutDoubles(fragments: readonly Fragment[]): Fragment[] {
  const seen = new Map<string, Character[]>();
  return fragments.flatMap((fragment) => {
    const kept = charactersOf(fragment).filter((character) => !isDrawn(seen, character));
    for (const character of kept) {
      const key = gridKey(character.text, gridOf(character.left), gridOf(character.baseline));
      seen.set(key, [...(seen.get(key) ?? []), character]);
    }
    return kept.length === fragment.text.length ? [fragment] : inRuns(kept);
  });
}

/** Characters at their likely places: Latin ones are half as wide as others. */
function charactersOf({ text, left, right, baseline, size }: Fragment): Character[] {
  const widths = Array.from({ length: text.length }, (_, i) =>
    text.charCodeAt(i) < 0x80 ? 0.5 : 1,
  );
  const unit = (right - left) / widths.reduce((sum, width) => sum + width, 0);
  let at = left;
  return widths.map((width, from) => {
    const start = at;
    at += width * unit;
    return { text: text.charAt(from), from, left: start, right: at, baseline, size };
  });
}

function isDrawn(seen: ReadonlyMap<string, readonly Character[]>, character: Character): boolean {
  const { text, left, baseline, size } = character;
  // A blank marks no place.
  if (text.trim() === '') return false;
  const near = Math.min(MOST_SHIFT, DOUBLE_SHIFT * size);
  for (const x of [-1, 0, 1]) {
    for (const y of [-1, 0, 1]) {
      const others = seen.get(gridKey(text, gridOf(left) + x, gridOf(baseline) + y));
      const found = others?.some(
        (other) => Math.abs(other.left - left) < near && Math.abs(other.baseline - baseline) < near,
      );
      if (found === true) return true;
    }
  }
  return false;
}

function gridOf(points: number): number {
  return Math.floor(points / MOST_SHIFT);
}

function gridKey(text: string, x: number, y: number): string {
  return `${text} ${x} ${y}`;
}

/** Characters that stood side by side, joined again. */
function inRuns(characters: readonly Character[]): Fragment[] {
  const runs: Character[] = [];
  for (const character of characters) {
    const last = runs.at(-1);
    if (last !== undefined && last.from + last.text.length === character.from) {
      runs[runs.length - 1] = {
        ...last,
        text: last.text + character.text,
        right: character.right,
      };
    } else runs.push(character);
  }
  return runs.filter(({ text }) => text.trim() !== '');
}

function countOf(fragments: readonly { readonly text: string }[]): number {
  return fragments.reduce((sum, { text }) => sum + text.length, 0);
}
