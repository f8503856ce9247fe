import type {
  Diffusion,
  Giver,
  LevelFlow,
  MatrixPaper,
  MatrixRow,
  Region,
  RegionUptake,
  Taker,
  ThemeShare,
  YearUptake,
} from '../../model/index.js';
import { LEVELS } from '../../model/index.js';
import { rounded } from '../../text/index.js';
import { lagDays } from '../matrix/lag.js';
import { gatherSpreads } from './spreads.js';

/** A paper takes from another where this share of its clauses comes from there: below it, any two plans share some. */
const TAKES = 0.1;
/** Sources named of each taker. */
const SOURCES = 3;

/**
 * Who takes what from whom, by level, region, theme and year, and which wordings went furthest.
 *
 * *In* the rows of a matrix with traces, each once; `regionOf` names a division by its code.
 * *Out* pairs whose lower paper is the older one are counted and left out: nothing is taken from what is yet to come.
 * *Cost*: one pass; memory by papers, regions × themes, and clauses that stand in two papers.
 */
export function diffusion(
  rows: Iterable<MatrixRow>,
  regionOf: (code: string) => Region,
): Diffusion {
  const papers = new Map<string, number>();
  const list: MatrixPaper[] = [];
  const indexOf = (paper: MatrixPaper): number => {
    const known = papers.get(paper.path);
    if (known !== undefined) return known;
    papers.set(paper.path, list.length);
    return list.push(paper) - 1;
  };
  const spreads = gatherSpreads();
  const facts: PairFact[] = [];
  const uptake = gatherUptake();
  let backward = 0;
  for (const row of rows) {
    const lag = lagDays(row.upstream.date, row.downstream.date);
    const [upper, lower] = [indexOf(row.upstream), indexOf(row.downstream)];
    if (lag !== undefined && lag < 0) {
      backward += 1;
      continue;
    }
    const { clausesBelow, taken } = row.figures;
    facts.push({ upper, lower, taken, share: clausesBelow === 0 ? 0 : taken / clausesBelow, lag });
    uptake.add(row, upper, lag);
    spreads.add(upper, lower, row.traces);
  }
  return {
    papers: list,
    pairs: facts.length,
    backward,
    themes: uptake.themes(),
    givers: giversOf(facts),
    takers: takersOf(facts),
    levels: uptake.levels(),
    regions: uptake.regions(regionOf),
    years: uptake.years(),
    spreads: spreads.spreads(list),
  };
}

/** One pair, as far as rankings ask. */
interface PairFact {
  readonly upper: number;
  readonly lower: number;
  readonly taken: number;
  readonly share: number;
  readonly lag: number | undefined;
}

function giversOf(facts: readonly PairFact[]): Giver[] {
  const by = grouped(facts, ({ upper }) => upper);
  return [...by]
    .map(([paper, own]): Giver => {
      const takers = own.filter(({ share }) => share >= TAKES);
      const lag = median(takers.flatMap((fact) => fact.lag ?? []));
      const clauses = own.reduce((sum, { taken }) => sum + taken, 0);
      const counts = { takers: takers.length, compared: own.length, clauses };
      return { paper, ...counts, ...(lag !== undefined && { lag }) };
    })
    .sort((a, b) => b.takers - a.takers || b.clauses - a.clauses || a.paper - b.paper);
}

function takersOf(facts: readonly PairFact[]): Taker[] {
  const by = grouped(facts, ({ lower }) => lower);
  const best = ({ from }: Taker): number => from[0]?.share ?? 0;
  return [...by]
    .map(([paper, own]): Taker => {
      const ranked = [...own].sort((a, b) => b.share - a.share || a.upper - b.upper);
      const from = ranked.slice(0, SOURCES).map(({ upper, share, taken, lag }) => ({
        paper: upper,
        share: rounded(share),
        clauses: taken,
        ...(lag !== undefined && { lag }),
      }));
      return { paper, from };
    })
    .sort((a, b) => best(b) - best(a) || a.paper - b.paper);
}

function grouped(
  facts: readonly PairFact[],
  keyOf: (fact: PairFact) => number,
): Map<number, PairFact[]> {
  const groups = new Map<number, PairFact[]>();
  for (const fact of facts) {
    const own = groups.get(keyOf(fact));
    if (own === undefined) groups.set(keyOf(fact), [fact]);
    else own.push(fact);
  }
  return groups;
}

/** The middle one; of an even number the lower of the two. */
function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[(sorted.length - 1) >> 1];
}

/** A region's papers: of each upper paper and theme, the most that one of them carries. */
interface RegionGathered {
  readonly papers: Set<string>;
  readonly best: Map<string, ThemeShare>;
}

interface LevelGathered {
  flow: LevelFlow;
  readonly lags: number[];
}

/** Sums by level, region, theme and year, pair by pair. */
function gatherUptake() {
  const levels = new Map<string, LevelGathered>();
  const regions = new Map<string, RegionGathered>();
  const years = new Map<string, YearUptake>();
  const themes = new Set<string>();
  return {
    add: (row: MatrixRow, upper: number, lag: number | undefined): void => {
      addLevel(levels, row, lag);
      for (const [theme, share] of Object.entries(row.figures.themes)) {
        themes.add(theme);
        addYear(years, row, theme, share);
        const code = row.downstream.region?.code;
        if (code !== undefined)
          addRegion(regions, code, row.downstream.path, `${upper}/${theme}`, share);
      }
    },
    themes: () => [...themes].sort(),
    levels: () => levelsOf(levels),
    years: () =>
      [...years.values()].sort((a, b) =>
        a.theme === b.theme ? (a.year < b.year ? -1 : 1) : a.theme < b.theme ? -1 : 1,
      ),
    regions: (regionOf: (code: string) => Region) => regionsOf(regions, regionOf),
  };
}

function addLevel(
  levels: Map<string, LevelGathered>,
  { upstream, downstream, figures }: MatrixRow,
  lag: number | undefined,
): void {
  const key = `${upstream.level} ${downstream.level}`;
  const own = levels.get(key) ?? {
    flow: {
      ...{ from: upstream.level, to: downstream.level, pairs: 0, clauses: 0, carried: 0 },
      ...{ verbatim: 0, adapted: 0, paraphrased: 0 },
    },
    lags: [],
  };
  const { flow } = own;
  if (lag !== undefined) own.lags.push(lag);
  own.flow = {
    ...flow,
    pairs: flow.pairs + 1,
    clauses: flow.clauses + figures.clauses,
    carried: flow.carried + figures.carried,
    verbatim: flow.verbatim + figures.verbatim,
    adapted: flow.adapted + figures.adapted,
    paraphrased: flow.paraphrased + figures.paraphrased,
  };
  levels.set(key, own);
}

function levelsOf(levels: ReadonlyMap<string, LevelGathered>): LevelFlow[] {
  const rank = (level: LevelFlow['from']): number =>
    level === undefined ? LEVELS.length : LEVELS.indexOf(level);
  return [...levels.values()]
    .map(({ flow, lags }) => {
      const lag = median(lags);
      return lag === undefined ? flow : { ...flow, lag };
    })
    .sort((a, b) => rank(a.from) - rank(b.from) || rank(a.to) - rank(b.to));
}

function addYear(
  years: Map<string, YearUptake>,
  { downstream: { date } }: MatrixRow,
  theme: string,
  { clauses, carried }: ThemeShare,
): void {
  if (date === undefined) return;
  const year = date.slice(0, 4);
  const key = `${theme} ${year}`;
  const own = years.get(key) ?? { year, theme, pairs: 0, clauses: 0, carried: 0 };
  years.set(key, {
    ...own,
    pairs: own.pairs + 1,
    clauses: own.clauses + clauses,
    carried: own.carried + carried,
  });
}

function addRegion(
  regions: Map<string, RegionGathered>,
  code: string,
  path: string,
  key: string,
  share: ThemeShare,
): void {
  const own = regions.get(code) ?? { papers: new Set(), best: new Map() };
  own.papers.add(path);
  keepBest(own.best, key, share);
  regions.set(code, own);
}

function keepBest(best: Map<string, ThemeShare>, key: string, share: ThemeShare): void {
  if ((best.get(key)?.carried ?? -1) < share.carried) best.set(key, share);
}

/** By province where there are several, else by the regions as they are. */
function regionsOf(
  gathered: ReadonlyMap<string, RegionGathered>,
  regionOf: (code: string) => Region,
): RegionUptake[] {
  const province = (code: string): string => `${code.slice(0, 2)}0000`;
  const several = new Set([...gathered.keys()].map(province)).size > 1;
  const rows = new Map<string, RegionGathered>();
  for (const [code, { papers, best }] of gathered) {
    const key = several ? province(code) : code;
    const own = rows.get(key) ?? { papers: new Set<string>(), best: new Map<string, ThemeShare>() };
    for (const paper of papers) own.papers.add(paper);
    for (const [what, share] of best) keepBest(own.best, what, share);
    rows.set(key, own);
  }
  return [...rows]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, { papers, best }]) => ({
      region: regionOf(code),
      papers: papers.size,
      themes: sumByTheme(best),
    }));
}

function sumByTheme(best: ReadonlyMap<string, ThemeShare>): Record<string, ThemeShare> {
  const sums: Record<string, ThemeShare> = {};
  for (const [key, { clauses, carried }] of best) {
    const theme = key.slice(key.indexOf('/') + 1);
    const own = sums[theme] ?? { clauses: 0, carried: 0 };
    sums[theme] = { clauses: own.clauses + clauses, carried: own.carried + carried };
  }
  return sums;
}
