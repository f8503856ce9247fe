import type { Diagnostic, LineHint, LineRole, ResolvedText, SourceText } from '../model/index.js';
import { resolvedBuilder } from '../text/index.js';

/** One line of a resolved text: a paragraph, heading or table row. */
export interface ResolvedLine extends ResolvedText {
  readonly outline?: number;
  readonly role?: LineRole;
}

/** Lines laid under each other, with their hints and the way back to the file as decoded. Cost: linear. */
export function writeLines(
  lines: readonly ResolvedLine[],
  file: string,
  head?: ResolvedText,
): Pick<SourceText, 'text' | 'hints'> & Required<Pick<SourceText, 'origin'>> {
  const hints: LineHint[] = [];
  const builder = resolvedBuilder();
  if (head !== undefined) builder.add(head);
  for (const line of lines) {
    const { outline, role } = line;
    if (outline !== undefined || role !== undefined) {
      hints.push({
        start: builder.length(),
        ...(role !== undefined && { role }),
        ...(outline !== undefined && { outline }),
      });
    }
    builder.add(line);
    builder.insert('\n');
  }
  const { text, starts, origins, ends } = builder.build();
  return { text, hints, origin: { text: file, starts, origins, ends } };
}

/** Remarks of the decoder count in the file: their places in the text made of it, where it kept them. */
export function inResolved(diagnostics: readonly Diagnostic[], text: string): Diagnostic[] {
  const at = text.indexOf('\ufffd');
  return diagnostics.map(({ span, ...remark }) =>
    span === undefined || at < 0 ? remark : { ...remark, span: { start: at, end: at + 1 } },
  );
}
