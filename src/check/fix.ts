import type { Fix, RawFinding } from './types.js';

/** Apply the fixes of a document's findings to its text; where two overlap, the first wins. */
export function applyFixes(text: string, findings: readonly RawFinding[]): string {
  const fixes = findings
    .flatMap(({ fix }) => (fix === undefined ? [] : [fix]))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  let out = '';
  let at = 0;
  for (const { start, end, text: wanted } of fixes satisfies readonly Fix[]) {
    if (start < at) continue;
    out += text.slice(at, start) + wanted;
    at = end;
  }
  return out + text.slice(at);
}
