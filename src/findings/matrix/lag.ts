const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DAY_MS = 86_400_000;

/**
 * Days from one date to another; absent unless both are known to the day.
 *
 * @example
 * lagDays('2021-10-24', '2022-01-15'); // 83
 */
export function lagDays(from: string | undefined, to: string | undefined): number | undefined {
  if (from === undefined || to === undefined || !DAY.test(from) || !DAY.test(to)) return undefined;
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}
