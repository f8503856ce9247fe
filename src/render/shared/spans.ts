import type { SourcePlace, Span, UnitSource } from '../../model/index.js';
import { fileLines, fileSpan, itemAt } from '../../text/index.js';

/** A span as printed: offsets in the file as decoded, its 1-based lines, and pages or paragraphs where the file has them. */
export interface SpanJson {
  start: number;
  end: number;
  lines: [number, number];
  pages?: [number, number];
  paragraphs?: [number, number];
}

/** Turns spans of one source into their printed form. */
export function spanPrinter(
  source: UnitSource = { path: '', lineStarts: [0], places: [] },
): (span: Span) => SpanJson {
  const { places } = source;
  const [first] = places;
  const placeAt = (offset: number): SourcePlace | undefined => {
    let low = 0;
    let high = places.length - 1;
    if (first === undefined || offset < first.start) return undefined;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (itemAt(places, middle).start <= offset) low = middle;
      else high = middle - 1;
    }
    return places[low];
  };
  return (span) => {
    const [first, final] = [placeAt(span.start), placeAt(Math.max(span.start, span.end - 1))];
    return {
      ...fileSpan(source.way, span),
      lines: fileLines(source, span),
      ...(first?.page !== undefined && {
        pages: [first.page, final?.page ?? first.page] as [number, number],
      }),
      ...(first?.paragraph !== undefined && {
        paragraphs: [first.paragraph, final?.paragraph ?? first.paragraph] as [number, number],
      }),
    };
  };
}
