/**
 * Id of a link, from the ids of its units: stable while they keep theirs.
 *
 * FNV-1a, 2 × 32 bits with different starts; sixteen hex digits are unique enough for any corpus of a million links.
 */
export function linkId(
  grain: 'section' | 'sentence',
  upstream: readonly string[],
  downstream: readonly string[],
): string {
  const text = `${grain}\u0000${upstream.join('\u0001')}\u0000${downstream.join('\u0001')}`;
  return `${grain === 'section' ? 'c' : 's'}-${fnv(text, 0x811c9dc5)}${fnv(text, 0x01234567)}`;
}

function fnv(text: string, start: number): string {
  let hash = start;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
