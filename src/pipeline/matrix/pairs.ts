/** Which papers are compared: stars, trees, all, or as a file says. */
import { LEVELS, type Level } from '../../model/index.js';
import { liesIn } from '../../parse/index.js';
import { groupBy, itemAt, nearest, UserError } from '../../text/index.js';
import type { Worth } from './candidates.js';
import type { Paper } from './collection.js';

/** How pairs are chosen; without anything, along the administrative tree. */
export interface PairChoice {
  /** Levels, ids, paths, folders or aliases: the upper papers; without it, all that stand above a lower one. */
  readonly from?: readonly string[] | undefined;
  readonly to?: readonly string[] | undefined;
  /** Only pairs whose upper region holds the lower one. */
  readonly tree?: boolean;
  /** Every pair, whatever the levels. */
  readonly all?: boolean;
  /** Pairs of names. */
  readonly listed?: readonly ListedPair[] | undefined;
  /** Of the upper papers of each lower one, which are compared; all without it. */
  readonly worth?: Worth | undefined;
}

/** A pair as a file names it, and where. */
export interface ListedPair {
  readonly upstream: string;
  readonly downstream: string;
  readonly place: string;
}

/**
 * Pairs as numbers `upper × papers + lower`, ascending: the order of the output. A corpus has millions.
 */
export type PairCodes = Float64Array;

/** What names may mean besides ids, paths, folders and levels. */
type Aliases = Readonly<Record<string, readonly string[]>>;

/**
 * *Errors*: `matrix/no-paper` for a name that stands for none, `matrix/no-pairs` where nothing is to be compared.
 */
export function choosePairs(
  papers: readonly Paper[],
  choice: PairChoice,
  aliases: Aliases = {},
): PairCodes {
  const find = finder(papers, aliases);
  const found =
    choice.listed === undefined
      ? crossPairs(papers, choice, find)
      : choice.listed.map(({ upstream, downstream, place }): [number, number] => [
          one(find, upstream, place),
          one(find, downstream, place),
        ]);
  const codes = new Set<number>();
  for (const [up, down] of found) if (up !== down) codes.add(up * papers.length + down);
  if (codes.size === 0) throw new UserError('matrix/no-pairs', { count: papers.length });
  return Float64Array.from(codes).sort();
}

type Find = (name: string) => readonly number[];

function finder(papers: readonly Paper[], aliases: Aliases): Find {
  const byName = new Map<string, number>();
  for (const [index, { id, path }] of papers.entries()) byName.set(id, index).set(path, index);
  const find = (name: string): readonly number[] => {
    const own = byName.get(name);
    if (own !== undefined) return [own];
    const ids = aliases[name];
    if (ids !== undefined) return ids.flatMap((id) => byName.get(id) ?? []);
    const folder = `${name.replace(/(?<!\/)\/+$/, '')}/`;
    const matches = ({ level, path }: Paper): boolean => level === name || path.startsWith(folder);
    return papers.flatMap((paper, index) => (matches(paper) ? [index] : []));
  };
  return (name) => {
    const found = find(name);
    if (found.length > 0 || (LEVELS as readonly string[]).includes(name)) return found;
    throw noPaper(name, [...LEVELS, ...Object.keys(aliases), ...byName.keys()]);
  };
}

function noPaper(name: string, known: readonly string[]): Error {
  return new UserError('matrix/no-paper', { name, nearest: nearest(name, known).join(', ') });
}

function one(find: Find, name: string, place: string): number {
  const found = find(name);
  if (found.length === 1) return itemAt(found, 0);
  throw new UserError('matrix/bad-pair', { place, name, count: found.length });
}

function* crossPairs(
  papers: readonly Paper[],
  { from, to, tree = false, all = false, worth = (_, ups) => ups }: PairChoice,
  find: Find,
): Generator<[number, number]> {
  const everyOne = papers.map((_, index) => index);
  const ups = from === undefined ? everyOne : distinct(from.flatMap(find));
  const downs = to === undefined ? everyOne : distinct(to.flatMap(find)).sort((a, b) => a - b);
  const [inUps, inDowns] = [new Set(ups), new Set(downs)];
  const stars = (from !== undefined && to !== undefined) || all;
  const along = tree || (from === undefined && to === undefined && !all);
  const above = along ? aboveByRegion(papers, ups) : () => ups;
  for (const down of downs) {
    const lower = itemAt(papers, down);
    const compared = above(lower).filter((up) => {
      if (up === down || (!stars && !standsAbove(itemAt(papers, up), lower))) return false;
      // Both ways about: once, the earlier one above.
      const both = inUps.has(down) && inDowns.has(up) && stars;
      return !both || goesFirst(papers, up, down);
    });
    for (const up of worth(down, compared)) yield [up, down];
  }
}

function distinct(indexes: readonly number[]): number[] {
  return [...new Set(indexes)];
}

function rank(level: Level | undefined): number {
  return level === undefined ? LEVELS.length : LEVELS.indexOf(level);
}

function standsAbove(upper: Paper, lower: Paper): boolean {
  return upper.level !== undefined && rank(upper.level) < rank(lower.level);
}

/** The higher level, then the earlier date (a known one before none), then the earlier in the collection. */
function goesFirst(papers: readonly Paper[], a: number, b: number): boolean {
  const [one, other] = [itemAt(papers, a), itemAt(papers, b)];
  if (rank(one.level) !== rank(other.level)) return rank(one.level) < rank(other.level);
  const [early, late] = [one.date ?? '9', other.date ?? '9'];
  return early === late ? a < b : early < late;
}

/** For each paper, those whose region holds its own; the nation's hold all. */
function aboveByRegion(
  papers: readonly Paper[],
  ups: readonly number[],
): (paper: Paper) => readonly number[] {
  const nation = ups.filter((index) => itemAt(papers, index).level === 'national');
  const byCode = groupBy(
    ups.filter((index) => itemAt(papers, index).level !== 'national'),
    (index) => itemAt(papers, index).region?.code ?? '',
  );
  return ({ region }) => {
    if (region === undefined) return nation;
    const { code } = region;
    // All that can hold a division: its province and its prefecture.
    const over = [`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`].filter((above) =>
      liesIn(code, above),
    );
    return [...nation, ...[...new Set(over)].flatMap((above) => byCode.get(above) ?? [])];
  };
}

/** Upper papers whose pairs are worked on at one time. */
const BLOCK = 16;

/** Pairs in an order that asks for few papers at a time: blocks of upper papers, in them by the lower one. */
export function* workOrder(codes: PairCodes, papers: number): Generator<number> {
  let start = 0;
  while (start < codes.length) {
    let end = start;
    const ups = new Set<number>();
    while (end < codes.length) {
      ups.add(Math.floor(itemAt(codes, end) / papers));
      if (ups.size > BLOCK) break;
      end += 1;
    }
    const block = codes.slice(start, end);
    yield* block.sort((a, b) => (a % papers) - (b % papers) || a - b);
    start = end;
  }
}
