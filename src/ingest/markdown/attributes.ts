import type { ResolvedText } from '../../model/index.js';
import { appendSlice, resolvedBuilder } from '../../text/index.js';

/** `{#id .class key="value"}`, as pandoc writes it behind what it belongs to. */
const ATTRIBUTES = '\\{(?=[.#]|[\\w-]+=")[^{}\\n]{1,120}\\}';
/** `[便民]{.underline}`, and the attributes at the end of a heading. */
const MARKED = new RegExp(
  `\\[([^\\][\\n]{1,400})\\]${ATTRIBUTES}|(?<![ \\t])[ \\t]*${ATTRIBUTES}$`,
  'g',
);
/** A line that opens or closes a division: `::: {custom-style="Title"}`, `:::`. */
const DIVISION = new RegExp(
  `^ {0,3}:{3,}[ \\t]*(?:(?:${ATTRIBUTES}|[\\w-]+)[ \\t]*)?(?:(?<!:):+[ \\t]*)?$`,
  'gm',
);

/** Divisions as blank lines, so that all else stays in its place. Cost: linear. */
export function withoutDivisions(file: string, count: () => void): string {
  return file.replace(DIVISION, (line) => {
    count();
    return ' '.repeat(line.length);
  });
}

/** A line without the attributes of its spans; what they mark stays. Cost: linear. */
export function withoutAttributes(line: ResolvedText, count: () => void): ResolvedText {
  if (!line.text.includes('}')) return line;
  const builder = resolvedBuilder();
  let at = 0;
  for (const { 0: marked, 1: inner, index } of line.text.matchAll(MARKED)) {
    appendSlice(builder, line, at, index);
    if (inner !== undefined) appendSlice(builder, line, index + 1, index + 1 + inner.length);
    at = index + marked.length;
    count();
  }
  appendSlice(builder, line, at, line.text.length);
  return builder.build();
}
