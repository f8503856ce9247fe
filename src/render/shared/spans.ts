import type { SourcePlace, Span } from '../../model/index.js';
import { type LineIndex, lineAt } from '../../text/index.js';

/** A span as printed: offsets, 1-based raw lines, and pages or paragraphs where the file has them. */
export interface SpanJson {
  start: number;
  end: number;
  lines: [number, number];
  pages?: [number, number];
  paragraphs?: [number, number];
}

/** Turns spans of one source into their printed form. */
export function spanPrinter(
  index: LineIndex,
  places: readonly SourcePlace[] = [],
): (span: Span) => SpanJson {
  const placeAt = (offset: number): SourcePlace | undefined => {
    let low = 0;
    let high = places.length - 1;
    if (high < 0 || offset < places[0]!.start) return undefined;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (places[middle]!.start <= offset) low = middle;
      else high = middle - 1;
    }
    return places[low];
  };
  return ({ start, end }) => {
    const last = Math.max(start, end - 1);
    const [first, final] = [placeAt(start), placeAt(last)];
    return {
      start,
      end,
      lines: [lineAt(index, start), lineAt(index, last)],
      ...(first?.page !== undefined && {
        pages: [first.page, final?.page ?? first.page] as [number, number],
      }),
      ...(first?.paragraph !== undefined && {
        paragraphs: [first.paragraph, final?.paragraph ?? first.paragraph] as [number, number],
      }),
    };
  };
}
