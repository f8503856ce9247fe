/** A number to so many decimals. Four are enough for any share or score, and the same bytes everywhere. */
export function rounded(value: number, decimals = 4): number {
  return Math.round(value * 10 ** decimals) / 10 ** decimals;
}

/**
 * A share as people read it: `75%`, with a decimal `75.4%`; a dash where there is nothing to share.
 *
 * @example percent(0.8333) // '83%'
 */
export function percent(share: number | undefined, decimals = 0): string {
  return share === undefined
    ? '—'
    : `${Math.round(share * 10 ** (2 + decimals)) / 10 ** decimals}%`;
}
