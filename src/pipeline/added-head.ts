/** What a file's name and the whole text tell of a paper whose head tells little. */
import { basename, extname } from 'node:path';
import type { Level, ParsedFile, PolicyDocument } from '../model/index.js';
import { isMunicipality, levelOfCode, type RegionIndex } from '../parse/index.js';
import type { ReadOptions } from './read.js';

type Stated = NonNullable<ReadOptions['stated']>;

/** A field nobody stated and the head did not tell, and where it was taken from. */
export type Guess =
  | { readonly field: 'title'; readonly from: 'name' }
  | { readonly field: 'level'; readonly from: 'name' | 'text' };

/** What to read the file again with, and what of it is guessed. */
interface BetterHead {
  readonly stated: Stated;
  readonly guesses: readonly Guess[];
}

/** Confidence from which a level is taken as told. */
const SURE = 0.7;
/** Share of the name that a title must hold to be the same title. */
const SAME = 0.75;
/** Share of a name's pairs of characters found near the beginning of a text that speaks of itself by that name. */
const ATTESTED = 0.7;
/** Where a text names itself: head, contents, the first pages. */
const BEGINNING = 4000;

/**
 * Title and level of a paper, where its head does not tell them: the file is often called by its title, and a text that
 * names no place of its own speaks to all provinces.
 */
export function betterHead(
  path: string,
  { source, documents }: ParsedFile,
  regions: RegionIndex,
): BetterHead {
  const [document] = documents;
  if (document === undefined || documents.length > 1) return { stated: {}, guesses: [] };
  const name = titleInName(path);
  const title = betterTitle(name, document, source.text) ?? lastResort(path, document);
  const place = placeInName(name, document, regions);
  const level = place === undefined ? levelOfText(source.text, document) : undefined;
  const guesses: Guess[] = [];
  if (title !== undefined) guesses.push({ field: 'title', from: 'name' });
  if (place !== undefined) guesses.push({ field: 'level', from: 'name' });
  else if (isWeak(document)) guesses.push({ field: 'level', from: 'text' });
  return {
    stated: {
      ...(title !== undefined && { title }),
      ...place,
      ...(level !== undefined && { level }),
    },
    guesses,
  };
}

function isWeak({ level, confidence }: PolicyDocument): boolean {
  return level === undefined || (confidence.level ?? 0) < SURE;
}

/** The name, where the text has no title, or another than the one it speaks of itself by. */
function betterTitle(
  name: string | undefined,
  { title, confidence }: PolicyDocument,
  text: string,
): string | undefined {
  if (name === undefined || confidence.title === 1 || (title !== '' && holds(title, name)))
    return undefined;
  return title === '' || isAttested(name, text) ? name : undefined;
}

/** A paper cut out of its page has no title left: what its keeper calls it is better than nothing, and said to be a guess. */
function lastResort(path: string, { title }: PolicyDocument): string | undefined {
  if (title !== '' || path === '-') return undefined;
  const name = bareName(path).normalize('NFC').trim();
  return name === '' ? undefined : name;
}

/** The division a name begins with, where the head tells none, or only one that its title names in passing. */
function placeInName(
  name: string | undefined,
  document: PolicyDocument,
  regions: RegionIndex,
): Pick<Stated, 'level' | 'region'> | undefined {
  const found = name === undefined ? undefined : regions.find(name);
  if (name === undefined || found === undefined || !name.startsWith(found.short)) return undefined;
  const { title, region, level, confidence } = document;
  const inPassing =
    region !== undefined && title.includes(region.name) && !title.startsWith(region.name);
  // 市发展改革委 alone is also what an office of 天津市 calls itself.
  const unnamedCity = region === undefined && level === 'city' && isMunicipality(found.code);
  const isOpen = isWeak(document) || inPassing || unnamedCity;
  if (confidence.level === 1 || !isOpen) return undefined;
  const { code } = found;
  return { level: levelOfCode(code), region: { code, name: found.name } };
}

/** How a text speaks of the nation, and of a place of its own. */
const NATION = /各省、自治区|各省（|各省、|各省级|各地区|国务院|全国|国家/g;
const OWN =
  /我[省市区县州]|[全本][省市区县州](?!域)|[省市区县]委|自治区党委|省直|[省市](?:发展改革|财政|生态环境|科技|住房)/g;

/** A title that opens with a place, known or not: 青禾市…, 青禾自治县…. */
const PLACE =
  /^[\u4e00-\u9fff]{2,6}?(?:省|自治区|自治州|自治县|(?<!城)市|县|(?<![园新城地社景矿])区)/;

/** A text that names no place speaks of the nation more than of a place of its own. */
function levelOfText(text: string, document: PolicyDocument): Level | undefined {
  if (!isWeak(document) || document.region !== undefined || PLACE.test(document.title))
    return undefined;
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const own = count(OWN);
  return own === 0 || count(NATION) > own ? 'national' : undefined;
}

/** Nouns that name a paper: a file name without one is no title. */
const PAPER =
  /(?:规划|计划|方案|预案|纲要|要点|措施|举措|行动|意见|通知|通报|公告|公报|决定|决议|建议|办法|条例|规定|细则|规则|法|政策|指南|目录|导则|准则|报告|讲话|说明|批复|函|战略|白皮书)(?:[（(][^（）()]{1,20}[）)])?$/;
/** Copies and versions: 最终版, (1), 副本. */
const VERSION = /(?<![\s_-])[\s_-]*(?:[（(]\d+[）)]|副本|最终版|定稿|终稿|扫描件|全文)$/;

/** The title that a file is called by, if its name is one: `105_某市实施方案(2021-11-27).txt`. */
function titleInName(path: string): string | undefined {
  const name = bareName(path)
    .normalize('NFC')
    .replace(/^[\d\s._-]+(?=[^\d年])/, '')
    .replace(/(?<![_\s-])[_\s-]*[（(]?\d{4}-\d{1,2}-\d{1,2}[）)]?$/, '')
    .replace(VERSION, '')
    .trim();
  const han = name.match(/\p{Script=Han}/gu)?.length ?? 0;
  return han >= 6 && PAPER.test(name.replace(/[》〉]$/, '')) ? name : undefined;
}

function bareName(path: string): string {
  return basename(path, extname(path));
}

/** Signs alone do not tell titles apart. */
function bare(text: string): string {
  return text.normalize('NFKC').replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** The title says what the name says, but for a period or a note in brackets. */
function holds(title: string, name: string): boolean {
  const wanted = bare(name.replace(/[（(][^（）()]*[）)]$/, ''));
  return sharedInOrder(bare(title), wanted) >= SAME * wanted.length;
}

/** Longest common subsequence. Cost: the product of two short lengths. */
function sharedInOrder(a: string, b: string): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const sign of a.slice(0, 300)) {
    const next = [0];
    for (let j = 1; j <= b.length; j += 1)
      next.push(
        sign === b[j - 1] ? (row[j - 1] ?? 0) + 1 : Math.max(row[j] ?? 0, next[j - 1] ?? 0),
      );
    row = next;
  }
  return row.at(-1) ?? 0;
}

function isAttested(name: string, text: string): boolean {
  const beginning = bare(text.slice(0, BEGINNING));
  const wanted = bare(name);
  const pairs = Array.from({ length: Math.max(0, wanted.length - 1) }, (_, i) =>
    wanted.slice(i, i + 2),
  );
  return pairs.filter((pair) => beginning.includes(pair)).length >= ATTESTED * pairs.length;
}
