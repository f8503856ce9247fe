import type { ResolvedText } from '../../model/index.js';
import { appendSlice, fileSpan, resolvedBuilder, trimResolved } from '../../text/index.js';

/** Every run of the blanks that a page does not print as one blank, none at the ends. Cost: linear. */
export function squeezed(line: ResolvedText): ResolvedText {
  if (!/[\t\r\n\f]| {2}/.test(line.text)) return trimResolved(line);
  const builder = resolvedBuilder();
  let at = 0;
  for (const { 0: run, index } of line.text.matchAll(/[ \t\r\n\f]+/g)) {
    appendSlice(builder, line, at, index);
    at = index + run.length;
    const { start, end } = fileSpan(line, { start: index, end: at });
    builder.append(' ', start, end);
  }
  appendSlice(builder, line, at, line.text.length);
  return trimResolved(builder.build());
}

/** The mark of an item and its text. */
export function withMark(mark: ResolvedText, content: ResolvedText): ResolvedText {
  const builder = resolvedBuilder();
  builder.add(mark);
  builder.add(content);
  return builder.build();
}
