import type { ResolvedText, Span, WayBack } from '../model/index.js';

export const EMPTY_RESOLVED: ResolvedText = { text: '', starts: [0], origins: [], ends: [] };

/** Collects resolved text stretch by stretch. A local tool: what leaves is the plain `ResolvedText`. */
export interface ResolvedBuilder {
  /** Append `text`, which stands at `[from, to)` of the file, or is made of what stands there. */
  readonly append: (text: string, from: number, to: number) => void;
  /** Append text that stands nowhere in the file; its place is the end of what came before. */
  readonly insert: (text: string) => void;
  readonly add: (part: ResolvedText) => void;
  readonly length: () => number;
  readonly build: () => ResolvedText;
}

/** Cost: linear in what is appended. */
export function resolvedBuilder(): ResolvedBuilder {
  const parts: string[] = [];
  const starts: number[] = [];
  const origins: number[] = [];
  const ends: number[] = [];
  let length = 0;
  const append = (text: string, from: number, to: number): void => {
    if (text === '') return;
    const start = starts.at(-1) ?? 0;
    const end = ends.at(-1);
    const copied = end !== undefined && end - (origins.at(-1) ?? 0) === length - start;
    if (copied && end === from && to - from === text.length) ends[ends.length - 1] = to;
    else {
      starts.push(length);
      origins.push(from);
      ends.push(to);
    }
    parts.push(text);
    length += text.length;
  };
  const insert = (text: string): void => append(text, ends.at(-1) ?? 0, ends.at(-1) ?? 0);
  const add = (part: ResolvedText): void => {
    for (const [i, from] of part.origins.entries())
      append(part.text.slice(part.starts[i], part.starts[i + 1]), from, part.ends[i] ?? from);
  };
  const build = (): ResolvedText => ({
    text: parts.join(''),
    starts: [...starts, length],
    origins,
    ends,
  });
  return { append, insert, add, length: () => length, build };
}

/** `text` as it stands at `from` in the file. */
export function copied(text: string, from: number): ResolvedText {
  const builder = resolvedBuilder();
  builder.append(text, from, from + text.length);
  return builder.build();
}

/** `[start, end)` of a resolved text, with its way back. */
export function sliceResolved(
  whole: ResolvedText,
  start: number,
  end = whole.text.length,
): ResolvedText {
  if (start <= 0 && end >= whole.text.length) return whole;
  const builder = resolvedBuilder();
  appendSlice(builder, whole, start, end);
  return builder.build();
}

/** Append `[start, end)` of a resolved text. Cost: its stretches, and a search for the first. */
export function appendSlice(
  builder: ResolvedBuilder,
  whole: ResolvedText,
  start: number,
  end: number,
): void {
  if (end <= start) return;
  for (let i = stretchAt(whole, start); i < whole.origins.length; i += 1) {
    const [first = 0, next = 0] = [whole.starts[i], whole.starts[i + 1]];
    if (first >= end) return;
    const [from, to] = [Math.max(start, first), Math.min(end, next)];
    builder.append(whole.text.slice(from, to), beginAt(whole, i, from), endAt(whole, i, to));
  }
}

/** Without the blanks of any kind at both ends. */
export function trimResolved(whole: ResolvedText): ResolvedText {
  const start = whole.text.length - whole.text.trimStart().length;
  return sliceResolved(whole, start, Math.max(start, whole.text.trimEnd().length));
}

/** A text resolved twice: `inner` was made of `outer`'s text, `outer` of the file. */
export function throughResolved(inner: ResolvedText, outer: ResolvedText): ResolvedText {
  const builder = resolvedBuilder();
  for (const [i, from] of inner.origins.entries()) {
    const to = inner.ends[i] ?? from;
    const text = inner.text.slice(inner.starts[i], inner.starts[i + 1]);
    if (to - from === text.length) appendSlice(builder, outer, from, to);
    else {
      const { start, end } = fileSpan(outer, { start: from, end: to });
      builder.append(text, start, end);
    }
  }
  return builder.build();
}

/**
 * A span of the resolved text as a span of the file; without a way back the text is the file.
 *
 * A page may print its text in another order than it holds it: the two ends are put in order then.
 */
export function fileSpan(way: WayBack | undefined, span: Span): Span {
  if (way === undefined) return span;
  if (way.origins.length === 0) return { start: 0, end: 0 };
  const at = Math.min(span.start, (way.starts.at(-1) ?? 1) - 1);
  const start = beginAt(way, stretchAt(way, at), at);
  if (span.end <= span.start) return { start, end: start };
  const end = endAt(way, stretchAt(way, span.end - 1), span.end);
  return { start: Math.min(start, end), end: Math.max(start, end) };
}

/** Index of the stretch that holds `offset` of the resolved text. */
function stretchAt({ starts, origins }: WayBack, offset: number): number {
  let low = 0;
  let high = origins.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Where the code unit at `offset`, which stretch `i` holds, begins in the file. */
function beginAt(way: WayBack, i: number, offset: number): number {
  const origin = way.origins[i] ?? 0;
  return isCopy(way, i) ? origin + offset - (way.starts[i] ?? 0) : origin;
}

/** Where the code unit before `offset`, which stretch `i` holds, ends in the file. */
function endAt(way: WayBack, i: number, offset: number): number {
  return isCopy(way, i)
    ? (way.origins[i] ?? 0) + offset - (way.starts[i] ?? 0)
    : (way.ends[i] ?? 0);
}

function isCopy({ starts, origins, ends }: WayBack, i: number): boolean {
  return (ends[i] ?? 0) - (origins[i] ?? 0) === (starts[i + 1] ?? 0) - (starts[i] ?? 0);
}
