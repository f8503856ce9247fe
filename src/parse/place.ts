import type { DocumentElement, Level } from '../model/index.js';
import type { RegionEntry, RegionIndex } from './region-index.js';

/** What tells whose paper it is. */
interface PlaceInput {
  readonly title: string;
  readonly subtitles: readonly string[];
  readonly elements: readonly DocumentElement[];
  readonly body: string;
  readonly regions: RegionIndex;
}

/** 北京, 天津, 上海, 重庆 */
const MUNICIPALITY = /^(?:11|12|31|50)/;

export function isMunicipality(code: string): boolean {
  return MUNICIPALITY.test(code) && code.endsWith('0000');
}

/** Level of a division by its code; the four municipalities count as provinces, their districts and counties as cities (they rank with prefectures). */
export function levelOfCode(code: string): Level {
  if (code === '000000' || code === '100000') return 'national';
  if (code.endsWith('0000')) return 'province';
  if (MUNICIPALITY.test(code)) return 'city';
  if (code.endsWith('00') || code.slice(2, 4) === '90') return 'city';
  return 'county';
}

const NATIONAL =
  /^(?:关于)?(?:中共中央|国务院|全国人(?:民代表大会|大)|中央(?:军委|纪委|办公厅|经济工作会议|农村工作会议|政治局|全面)|中华人民共和国|国家[\u4e00-\u9fff]{1,10}(?:委|局|部|署)|最高人民|[\u4e00-\u9fff]{2,8}部(?:办公厅)?(?:[、\s]|关于|等|$))|中央政治局|中共中央|中央经济工作会议/;

/** Who passed or proclaimed a text that names no place: the State Council, the congress, a ministry by its order. */
const NATIONAL_ACT =
  /国务院(?:令|第|关于|办公|发布|批准)|全国人民代表大会|(?:国家[\u4e00-\u9fff]{2,14}|中国人民银行|[\u4e00-\u9fff]{2,6}部)令|中华人民共和国(?!.{0,200}(?:省|市|自治区)人民)[\u4e00-\u9fff]{2,12}令/;

/** Whose paper it is: level and division, from head and text. */
export function placeOf(input: PlaceInput): {
  level?: Level;
  entry?: RegionEntry;
  confidence: number;
} {
  const outside = input.title.replaceAll(/[《〈][^》〉]{0,400}[》〉]/g, '');
  const texts = [
    outside,
    ...input.elements
      .filter(
        (e) => e.kind === 'adoption-note' || e.kind === 'issuer-line' || e.kind === 'signature',
      )
      .map((e) => e.text),
    input.title,
  ];
  for (const [rank, text] of texts.entries()) {
    if (text === '' || text === '关于的说明') continue;
    const region = input.regions.find(text);
    const national = NATIONAL.test(text);
    if (national && (region === undefined || rank === 0)) {
      if (region === undefined || text.search(NATIONAL) <= text.indexOf(region.short))
        return { level: 'national', confidence: 0.9 };
    }
    if (region !== undefined)
      return { level: levelIn(text, region), entry: region, confidence: 0.9 };
  }
  if (
    /^(?:国务院|(?:本届)?中央|第[一二三四五六七八九十]+届中央委员会)/.test(
      reporterOf(input.body) ?? '',
    )
  )
    return { level: 'national', confidence: 0.8 };
  if (NATIONAL_ACT.test(textOf(input.elements, 'adoption-note')))
    return { level: 'national', confidence: 0.9 };
  return (
    placeOfOwnOffice(input) ??
    placeOfOffice(texts.join(' ')) ??
    placeOfTitle(input.title) ??
    placeOfAddressee(input) ??
    placeOfBody(input)
  );
}

/** Whom a paper is sent to says whose it is: only the nation's goes to every province. */
function placeOfAddressee({ elements }: PlaceInput) {
  const provinces = elements.some(
    ({ kind, text }) => kind === 'addressee' && /^各省(?:级|、自治区、直辖市)/.test(text),
  );
  return provinces ? ({ level: 'national', confidence: 0.8 } as const) : undefined;
}

/** A zone with an administration of its own: 某市经济技术开发区管理委员会, 某新区…, 某自由贸易试验区临港新片区…. */
const ZONE =
  /^[^，。；、《》]{0,16}?(?:开发区|高新区|新区|新片区|保税区|示范区|合作区|科学城)(?:管理委员会|管委会|党工委|办公室|\d{4}|关于|促进|[^的]{0,30}的?(?:办法|措施|政策|意见|方案|规划|计划|通知)$)/;

/** A zone in a province or municipality ranks below it, with cities. */
function levelIn(text: string, { code, name, short }: RegionEntry): Level {
  const level = levelOfCode(code);
  if (level !== 'province') return level;
  const rest = text.startsWith(name) ? name.length : text.startsWith(short) ? short.length : -1;
  return rest >= 0 && ZONE.test(text.slice(rest)) ? 'city' : level;
}

/** An office that names itself as it does at home: 市工业和信息化局关于…. 市场监管总局 is none of a city. */
const OWN_OFFICE =
  /^(省|自治区|市(?!场)|县(?!域)|区(?![域块]))(?:委|(?:人民)?政府|[\u4e00-\u9fff]{2,14}(?:厅|局|委员会|委|办公室))(?:办公[厅室])?(?=关于|印发|转发|等|、)/;

function placeOfOwnOffice({ title, body, regions }: PlaceInput) {
  const own = OWN_OFFICE.exec(title)?.[1];
  if (own === undefined) return undefined;
  const level = levelCalled(own);
  const entry = regions.mostNamed(body.slice(0, TELLING), level);
  if (entry === undefined) return { level, confidence: 0.7 };
  return { level: levelOfCode(entry.code), confidence: 0.7, entry };
}

function levelCalled(called: string): Level {
  if (called === '省' || called === '自治区') return 'province';
  return called === '市' || called === '自治州' ? 'city' : 'county';
}

/** A division the table does not know, told by its offices: 青禾省人民政府, 中共青禾县委. */
function placeOfOffice(text: string): { level: Level; confidence: number } | undefined {
  const office =
    /(省|自治区|市|县|旗|(?<!城|园|景|新)区)(?:委|人民政府|人大|政协|政府|第[一二三四五六七八九十]+届|(?<=[\u4e00-\u9fff]{2}.)[\u4e00-\u9fff]{2,12}(?:厅|局|委员会|办公室))/.exec(
      text,
    )?.[1];
  if (office === undefined) return undefined;
  return { level: levelCalled(office), confidence: 0.7 };
}

/** A division the table does not know that opens the title: 青禾市节水条例. 城市, 县级市 and 市场 are none. */
const OPENS_TITLE =
  /^(?:关于)?[\u4e00-\u9fff]{2,4}?(省|自治区|自治州|自治县|(?<![城都夜股超上集门闹县各全])市(?![场政容域值区际级内外立面]|民[化公])|(?<![各全乡贫困])县(?![级域乡处城内外]))/;

function placeOfTitle(title: string): { level: Level; confidence: number } | undefined {
  const called = OPENS_TITLE.exec(title)?.[1];
  if (called === undefined) return undefined;
  return { level: levelCalled(called), confidence: 0.6 };
}

/** Every paper speaks of the nation; one that does so many times as often as of its own place is the nation's. */
const NATION_AMONG_OTHERS = 10;
/** Lines of a cover, and the longest of them. */
const COVER = 8;
const LONGEST_COVER_LINE = 40;

/** Characters of a body in which a paper names its own division; a longer look finds no other. */
const TELLING = 6000;

/** Nothing in the head tells: how the text speaks of itself (我省, 全市) and the division it names most. */
function placeOfBody(input: PlaceInput): {
  level?: Level;
  entry?: RegionEntry;
  confidence: number;
} {
  const count = (pattern: RegExp): number => input.body.match(pattern)?.length ?? 0;
  const votes: readonly (readonly [Level, number])[] = [
    ['county', count(/我[县区]|全[县区](?!域)|[县区]委[、，]/g)],
    ['city', count(/[我本]市(?!场)|全市(?!场)|市委/g)],
    ['province', count(/[我本]省|全省(?!、自治区)|省委|全区各族|自治区党委/g)],
  ];
  const [level, most] = votes.reduce((best, vote) => (vote[1] > best[1] ? vote : best), [
    'county',
    0,
  ] as const);
  const nation = count(/全国|国家|各省级|各省、/g);
  if (most > 0 && nation > NATION_AMONG_OTHERS * most)
    return { level: 'national', confidence: 0.6 };
  const entry =
    most === 0 ? placeOfCover(input) : input.regions.mostNamed(input.body.slice(0, TELLING), level);
  if (entry !== undefined) return { level: levelOfCode(entry.code), confidence: 0.6, entry };
  return most === 0 ? { confidence: 0 } : { level, confidence: 0.6 };
}

/** The division of an office that stands alone on a line of the first few: a cover without a title that was understood. */
function placeOfCover({ body, subtitles, regions }: PlaceInput): RegionEntry | undefined {
  return [...subtitles, ...body.split('\n', COVER)]
    .filter(
      (line) => line.length <= LONGEST_COVER_LINE && /(?:厅|局|委|会|政府|办公室)$/.test(line),
    )
    .map((line) => {
      const found = regions.find(line);
      return found !== undefined && line.startsWith(found.name) ? found : undefined;
    })
    .find((found) => found !== undefined);
}

/** Who reports to a congress says so in his first sentence: `现在，我代表国务院，向大会报告政府工作`. */
const REPORTING =
  /^(?:(?:各位代表|同志们|各位委员|主席团)[！：，\s]*){0,2}(?:现在，?)?(?:我)?(?:受|代表)([^，。]{2,20}?)(?:委托)?，?向(?:大会|[^，。]{2,30}(?:会议|大会))(?:作|报告)/;
/** Characters of a body in which that sentence stands. */
const OPENING = 200;

export function reporterOf(body: string): string | undefined {
  return REPORTING.exec(body.slice(0, OPENING))?.[1];
}

/** The texts of one kind of element. */
export function textOf(
  elements: readonly DocumentElement[],
  kind: DocumentElement['kind'],
): string {
  return elements
    .filter((element) => element.kind === kind)
    .map((element) => element.text)
    .join('\n');
}
