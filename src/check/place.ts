import type { FindingPlace, SourceOrigin } from '../model/index.js';
import { fileSpan, itemAt, type LineIndex, lineAt, lineIndex } from '../text/index.js';

/** Characters of a line kept on either side of a place: more than any screen shows of a line. */
const AROUND = 60;
/** Longest marked run kept. */
const LONGEST_MARK = 80;

/**
 * Tells the places of one text; a span over several lines is marked on its first.
 *
 * Where the text was made of a file (Markdown, HTML), line and column are the file's, the words the text's.
 */
export function placer(
  text: string,
  origin?: SourceOrigin,
): (start: number, end: number) => FindingPlace {
  const index = lineIndex(text);
  if (origin === undefined) return (start, end) => placeOf(text, index, start, end);
  const fileIndex = lineIndex(origin.text);
  return (start, end) => {
    const span = fileSpan(origin, { start, end });
    const { line, column, endColumn } = placeOf(origin.text, fileIndex, span.start, span.end);
    return { ...placeOf(text, index, start, end), line, column, endColumn };
  };
}

function placeOf(text: string, index: LineIndex, start: number, end: number): FindingPlace {
  const line = lineAt(index, start);
  const lineStart = itemAt(index.starts, line - 1);
  let lineEnd = index.starts[line] ?? text.length;
  while (lineEnd > lineStart && /[\r\n]/.test(text.charAt(lineEnd - 1))) lineEnd -= 1;
  const from = Math.min(start, lineEnd);
  const to = Math.max(from, Math.min(end, lineEnd));
  const left = Math.max(lineStart, from - AROUND);
  const markEnd = Math.min(to, from + LONGEST_MARK);
  const right = Math.min(lineEnd, markEnd + AROUND);
  const column = codePoints(text.slice(lineStart, from)) + 1;
  return {
    line,
    column,
    endColumn: column + Math.max(1, codePoints(text.slice(from, to))),
    before: text.slice(left, from),
    marked: text.slice(from, markEnd),
    after: text.slice(markEnd, right),
    cut: [left > lineStart, right < lineEnd],
  };
}

/** A whole line of a file, by number, where nothing of its text is at hand. */
export function linePlace(line: number, column = 1): FindingPlace {
  return {
    line,
    column,
    endColumn: column + 1,
    before: '',
    marked: '',
    after: '',
    cut: [false, false],
  };
}

function codePoints(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code < 0xdc00 || code > 0xdfff) count += 1;
  }
  return count;
}
