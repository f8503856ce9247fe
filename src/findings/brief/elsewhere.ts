import type { Region, Side } from '../../model/index.js';
import { escapePattern } from '../../text/index.js';

/** A division of GB/T 2260 with its short name. */
export interface Division extends Region {
  readonly short: string;
}

/** Short names that are words as well count in full only: 朝阳产业, 日照时间, 长治久安. */
const COMMON = new Set(['朝阳', '日照', '安康', '大同', '长治', '来宾', '和平', '资源']);
/** What may stand before the places that a clause is addressed to. */
const LEAD =
  '^[\\s（(一二三四五六七八九十0-9）).、]{0,8}(?:重点|大力|积极|全力|着力|加快|支持|鼓励|推动|推进|加强|促进|引导|指导|帮助|建设|打造|培育|提升|深化|壮大|发展|发挥|做强|做优|办好){0,3}';
/** The name belongs to something else: 衡水湖, 南京路, 南宁中心支行. */
const NO_PLACE = '(?![湖江河路]|大学|学院|大道|银行|海关|中心支行|铁路局|局集团)';
/** What everybody is meant by, and what two places do together. */
const SHARED =
  /各[地市州县区]|全[省市区国]|协同|协作|一体化|同城|联动|合作|对接|共建|周边|联合|互联/u;

/**
 * Makes what says to which other places a clause is addressed, as printed: 支持襄阳、宜昌…… is nothing that Wuhan could carry.
 *
 * *In* the table of divisions and the lower side. Other places are the lower side's siblings: divisions beside it or beside what it lies in, below the
 * same province. *Out* for a clause their names, none where it names the own place, one below it, or means all.
 * A side whose documents name no place, or more than one, has no other places.
 */
export function elsewhereOf(
  divisions: Iterable<Division>,
  { documents }: Side,
): (clause: string) => readonly string[] {
  const [code, ...more] = new Set(documents.map(({ head }) => head.region?.code));
  if (code === undefined || more.length > 0) return () => [];
  const all = [...divisions];
  const own = all.filter((division) => isIn(division.code, code)).flatMap(bothNames);
  const beside = all.filter((division) => isBeside(division.code, code));
  const named = (of: (division: Division) => string[]): string[] =>
    beside.flatMap((division) => (isCounty(division.code) ? [division.name] : of(division)));
  const first = named(namesOf).filter((name) => !own.includes(name));
  if (first.length === 0) return () => [];
  // In a list after another place a name is a name: 潍坊、日照.
  const place = `(?:${longestFirst(named(bothNames))})${NO_PLACE}`;
  const addressed = new RegExp(
    `${LEAD}((?:${longestFirst(first)})${NO_PLACE}(?:[、和及与—－-]{1,2}${place}){0,20})`,
    'u',
  );
  const each = new RegExp(place, 'gu');
  const ours = new RegExp(longestFirst(own), 'u');
  return (clause) => {
    const run = addressed.exec(clause)?.[1];
    if (run === undefined || SHARED.test(clause) || ours.test(clause)) return [];
    return [...new Set(run.match(each))];
  };
}

function longestFirst(names: readonly string[]): string {
  return [...names]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map(escapePattern)
    .join('|');
}

function bothNames({ name, short }: Division): string[] {
  return short.length < 2 ? [name] : [name, short];
}

function namesOf(division: Division): string[] {
  return COMMON.has(division.short) ? [division.name] : bothNames(division);
}

/** Of 420106 the digits that say where it lies: 42, 4201, 420106; cities right below a province (429004) are cities. */
function stemOf(code: string): string {
  return code.replace(/(?:00){1,2}$/u, '');
}

function isCounty(code: string): boolean {
  return stemOf(code).length === 6 && code.slice(2, 4) !== '90';
}

function isIn(code: string, place: string): boolean {
  return code.startsWith(stemOf(place));
}

/** Neither in the place nor around it, but right below something that is around it. */
function isBeside(code: string, place: string): boolean {
  if (isIn(code, place) || isIn(place, code)) return false;
  const own = stemOf(place);
  if (own.length === 2) return stemOf(code).length === 2;
  if (code.slice(0, 2) !== place.slice(0, 2)) return false;
  return !isCounty(code) || (own.length === 6 && code.slice(0, 4) === place.slice(0, 4));
}
