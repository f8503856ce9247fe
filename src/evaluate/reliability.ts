import { round } from './measures.js';

/** Links of one band of scores: what they promised, what they held. */
export interface ReliabilityRow {
  readonly from: number;
  readonly to: number;
  readonly links: number;
  readonly meanScore: number;
  readonly right: number;
}

/** Lower borders of the bands; narrower where decisions are made. */
const BANDS = [0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.97] as const;

/** How far scores are probabilities: share of right links by band of score. Links without a score are left out. */
export function reliabilityTable(
  links: readonly { readonly score?: number | undefined; readonly right: boolean }[],
): ReliabilityRow[] {
  return BANDS.flatMap((from, i): ReliabilityRow[] => {
    const to = BANDS[i + 1] ?? 1;
    const here = links.filter(
      (l) => l.score !== undefined && l.score >= from && (l.score < to || to === 1),
    );
    if (here.length === 0) return [];
    const mean = here.reduce((sum, l) => sum + l.score!, 0) / here.length;
    const right = here.filter((l) => l.right).length / here.length;
    return [{ from, to, links: here.length, meanScore: round(mean), right: round(right) }];
  });
}

/** Links of many tables in one: bands are added up, as if their links had been laid together. */
export function pooledReliability(
  tables: readonly (readonly ReliabilityRow[])[],
): ReliabilityRow[] {
  return BANDS.flatMap((from, i): ReliabilityRow[] => {
    const here = tables.flat().filter((row) => row.from === from);
    const links = here.reduce((sum, row) => sum + row.links, 0);
    if (links === 0) return [];
    const mean = (of: (row: ReliabilityRow) => number): number =>
      round(here.reduce((sum, row) => sum + of(row) * row.links, 0) / links);
    return [
      {
        from,
        to: BANDS[i + 1] ?? 1,
        links,
        meanScore: mean((row) => row.meanScore),
        right: mean((row) => row.right),
      },
    ];
  });
}

/** How far scores are off as probabilities, a link with the next: mean over the bands of |mean score − share right|, by links. */
export function calibrationError(rows: readonly ReliabilityRow[]): number {
  const links = rows.reduce((sum, row) => sum + row.links, 0);
  if (links === 0) return 0;
  return round(
    rows.reduce((sum, row) => sum + row.links * Math.abs(row.meanScore - row.right), 0) / links,
  );
}
