/** Marks that end a clause; inside brackets and quotation marks they end none. */
const ENDS = '，；。：！？';
const OPEN = '（“‘《【〔(';
const CLOSE = '）”’》】〕)';

/** Clauses of a sentence after its marker, without the marks between them: `[start, end)` in its text. */
export function clausesOf(text: string, from: number): { start: number; end: number }[] {
  const clauses: { start: number; end: number }[] = [];
  let start = from;
  let depth = 0;
  for (let at = from; at <= text.length; at += 1) {
    const char = text[at];
    if (char !== undefined && OPEN.includes(char)) depth += 1;
    if (char !== undefined && CLOSE.includes(char)) depth = Math.max(0, depth - 1);
    if (char !== undefined && (depth > 0 || !ENDS.includes(char))) continue;
    if (at > start) clauses.push({ start, end: at });
    start = at + 1;
  }
  return clauses;
}
