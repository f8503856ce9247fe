import type { SourceText, Span, UnitSource } from '../model/index.js';
import { lineAt, lineIndex } from './lines.js';
import { fileSpan } from './resolved-text.js';

/** Where the spans of a source lead: lines of the file as decoded, pages, paragraphs. Cost: one pass. */
export function placesOf({ path, text, origin, places }: SourceText): UnitSource {
  if (origin === undefined) return { path, lineStarts: lineIndex(text).starts, places };
  const { text: file, starts, origins, ends } = origin;
  return { path, lineStarts: lineIndex(file).starts, way: { starts, origins, ends }, places };
}

/** First and last line of the file, 1-based, that a span of the source text stands on. */
export function fileLines(source: UnitSource, span: Span): [first: number, last: number] {
  const { start, end } = fileSpan(source.way, span);
  const index = { starts: source.lineStarts };
  return [lineAt(index, start), lineAt(index, Math.max(start, end - 1))];
}
