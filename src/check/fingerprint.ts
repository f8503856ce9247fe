/**
 * Sixteen hex digits for a text: stable over machines, releases and lines.
 *
 * FNV-1a, 2 × 32 bits from different starts. Not for secrets; two of a million texts share one by chance
 * with a probability of about 1 in 30 million.
 */
export function fingerprint(...parts: readonly string[]): string {
  const text = parts.join('\u0000');
  return fnv(text, 0x811c9dc5) + fnv(text, 0x01234567);
}

function fnv(text: string, start: number): string {
  let hash = start;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** A sentence by what it says: blanks do not count, its section number neither. */
export function sentencePrint(text: string, markerLength: number): string {
  return fingerprint(text.slice(markerLength).replaceAll(/\s+/g, ''));
}
