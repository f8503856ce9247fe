/**
 * Whether a division lies in another, by their codes (GB/T 2260): 武汉市 in 湖北省, 江岸区 in 武汉市. None lies in itself.
 *
 * @example
 * liesIn('420100', '420000'); // true
 * liesIn('420100', '430000'); // false
 */
export function liesIn(code: string, above: string): boolean {
  if (code === above) return false;
  const length = digitsOf(above);
  return length < 6 && code.slice(0, length) === above.slice(0, length);
}

/** How many of a code's digits its divisions share: none of the nation's, two of a province's, four of a prefecture's. */
function digitsOf(code: string): number {
  if (code === '000000' || code === '100000') return 0;
  if (code.endsWith('0000')) return 2;
  return code.endsWith('00') ? 4 : 6;
}
