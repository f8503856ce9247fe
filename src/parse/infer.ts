import type {
  DocumentElement,
  DocumentKind,
  HeadConfidence,
  Level,
  Region,
} from '../model/index.js';
import { type FoundDate, findDate, isoDate, lastChange } from './dates.js';
import { documentNumberIn, indexField, TITLE_NOUN } from './head-lines.js';
import { issuerOf, statedIn } from './issuers.js';
import type { RegionEntry, RegionIndex } from './region-index.js';

/** A known meeting or genre and the id it gives: data, see `corpus/lexicon/document-names.yaml`. */
export interface NamePattern {
  readonly pattern: RegExp;
  /** `cewc-{year}`, `politburo-study-{n}`, `{region}-party-building-{year}` */
  readonly id: string;
}

interface Inferred {
  readonly level?: Level;
  readonly region?: Region;
  readonly kind: DocumentKind;
  readonly date?: string;
  readonly issuer?: string;
  readonly number?: string;
  readonly slug: string;
  readonly confidence: HeadConfidence;
}

interface InferInput {
  readonly title: string;
  readonly subtitles: readonly string[];
  readonly elements: readonly DocumentElement[];
  /** The body's first characters and, for counting, the body itself. */
  readonly body: string;
  /** Year most often written in full dates of the file, for datelines that have none. */
  readonly fileYear?: number;
  readonly regions: RegionIndex;
}

const KIND_NOUNS: readonly (readonly [RegExp, DocumentKind])[] = [
  [/(?:决议|决定)$/, 'resolution'],
  [/建议$/, 'proposal'],
  [/(?:说明|解读)$/, 'explanation'],
  [/(?:公报|公告)$/, 'communique'],
  [/(?:通知|通报|函|批复)$/, 'notice'],
  [/意见$/, 'opinion'],
  [/(?:规划|计划|方案|预案|纲要|要点|措施|行动|清单|路线图|政策)$/, 'plan'],
  [/(?:法|条例|规定|办法|细则|规则|修正案|解释)$/, 'law'],
  [/讲话$/, 'speech'],
  [/报告$/, 'report'],
];

/** Head fields from title, head lines and body, each with a confidence of 0..1. Never fails: absent is absent. */
export function inferHead(input: InferInput): Inferred {
  // “印发《…的意见》” is known by what it hands on.
  const bare = input.title.replace(/[（(][^（）()]*[）)]$/, '').replace(/[》〉]$/, '');
  const dateline = input.elements.find((element) => element.kind === 'dateline');
  const kind = kindOf(bare, dateline !== undefined);
  const place = placeOf(input);
  const date = dateOf(input, dateline?.text);
  const issuer = issuerOf(input);
  const numbered = input.elements.find(
    ({ kind: own, text }) => own === 'document-number' && documentNumberIn(text) !== undefined,
  );
  const number = documentNumberIn(
    numbered?.text ?? statedIn(input.elements, 'number') ?? input.title,
  );
  const year = date.value?.slice(0, 4) ?? input.fileYear?.toString();
  return {
    kind: kind.value,
    slug: [
      place.entry?.slug ?? (place.level === 'national' ? 'national' : undefined),
      kind.value,
      year,
    ]
      .filter((part) => part !== undefined)
      .join('-'),
    confidence: {
      title: titleConfidence(input.title, dateline !== undefined),
      kind: kind.confidence,
      ...(place.level !== undefined && { level: place.confidence }),
      ...(place.entry !== undefined && { region: place.confidence }),
      ...(date.value !== undefined && { date: date.confidence }),
      ...(issuer !== undefined && { issuer: 0.8 }),
      ...(number !== undefined && { number: numbered === undefined ? 0.7 : 0.95 }),
    },
    ...(place.level !== undefined && { level: place.level }),
    ...(place.entry !== undefined && {
      region: { code: place.entry.code, name: place.entry.name },
    }),
    ...(date.value !== undefined && { date: date.value }),
    ...(issuer !== undefined && { issuer }),
    ...(number !== undefined && { number }),
  };
}

function kindOf(title: string, report: boolean): { value: DocumentKind; confidence: number } {
  for (const [noun, kind] of KIND_NOUNS)
    if (noun.test(title)) return { value: kind, confidence: 0.9 };
  if (report) return { value: 'communique', confidence: 0.6 };
  return { value: 'other', confidence: 0.3 };
}

/** A title says what paper it is, or what happened where an agency reports it; one with half a pair of marks lost its rest. */
function titleConfidence(title: string, reported: boolean): number {
  if (title === '') return 0;
  const whole = ['《》', '（）', '()'].every(
    ([open = '', close = '']) => title.split(open).length === title.split(close).length,
  );
  const named =
    TITLE_NOUN.test(title.replace(/[》〉”]$/, '')) || reported || /会议|讲话|大会/.test(title);
  return whole && named ? 0.9 : 0.5;
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

function placeOf(input: InferInput): { level?: Level; entry?: RegionEntry; confidence: number } {
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
  if (NATIONAL_ACT.test(textOf(input.elements, 'adoption-note')))
    return { level: 'national', confidence: 0.9 };
  return placeOfOffice(texts.join(' ')) ?? placeOfTitle(input.title) ?? placeOfBody(input);
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

/** A division the table does not know, told by its offices: 青禾省人民政府, 中共青禾县委. */
function placeOfOffice(text: string): { level: Level; confidence: number } | undefined {
  const office =
    /(省|自治区|市|县|旗|(?<!城|园|景|新)区)(?:委|人民政府|人大|政协|政府|第[一二三四五六七八九十]+届|(?<=[\u4e00-\u9fff]{2}.)[\u4e00-\u9fff]{2,12}(?:厅|局|委员会|办公室))/.exec(
      text,
    )?.[1];
  if (office === undefined) return undefined;
  const level: Level =
    office === '省' || office === '自治区' ? 'province' : office === '市' ? 'city' : 'county';
  return { level, confidence: 0.7 };
}

/** A division the table does not know that opens the title: 青禾市节水条例. 城市, 县级市 and 市场 are none. */
const OPENS_TITLE =
  /^(?:关于)?[\u4e00-\u9fff]{2,4}?(省|自治区|自治州|自治县|(?<![城都夜股超上集门闹县各全])市(?![场政容域值区际级内外立面]|民[化公])|(?<![各全乡贫困])县(?![级域乡处城内外]))/;

function placeOfTitle(title: string): { level: Level; confidence: number } | undefined {
  const called = OPENS_TITLE.exec(title)?.[1];
  if (called === undefined) return undefined;
  const level: Level =
    called === '省' || called === '自治区'
      ? 'province'
      : called === '市' || called === '自治州'
        ? 'city'
        : 'county';
  return { level, confidence: 0.6 };
}

/** Every paper speaks of the nation; one that does so many times as often as of its own place is the nation's. */
const NATION_AMONG_OTHERS = 10;
/** Lines of a cover, and the longest of them. */
const COVER = 8;
const LONGEST_COVER_LINE = 40;

/** Characters of a body in which a paper names its own division; a longer look finds no other. */
const TELLING = 6000;

/** Nothing in the head tells: how the text speaks of itself (我省, 全市) and the division it names most. */
function placeOfBody(input: InferInput): {
  level?: Level;
  entry?: RegionEntry;
  confidence: number;
} {
  const count = (pattern: RegExp): number => input.body.match(pattern)?.length ?? 0;
  const votes: readonly (readonly [Level, number])[] = [
    ['county', count(/我[县区]|全[县区](?!域)|[县区]委[、，]/g)],
    ['city', count(/[我本]市(?!场)|全市(?!场)|市委/g)],
    ['province', count(/[我本]省|全省|省委|全区各族|自治区党委/g)],
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
function placeOfCover({ body, subtitles, regions }: InferInput): RegionEntry | undefined {
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

function dateOf(
  input: InferInput,
  dateline: string | undefined,
): { value?: string; confidence: number } {
  const adopted = lastChange(textOf(input.elements, 'adoption-note'));
  if (adopted !== undefined) return { value: adopted, confidence: 0.95 };
  const stated = ['adoption-note', 'date-line', 'signature', 'print-note', 'source-note'] as const;
  for (const kind of stated) {
    const texts = input.elements.filter((item) => item.kind === kind).map(({ text }) => text);
    // The day a paper was made comes before the day a site took it in.
    const made = texts.flatMap((text) => indexField(text, 'date') ?? []);
    const dated = [...made, ...texts]
      .map((text) => findDate(text))
      .find((date) => date?.year !== undefined);
    const value = dated === undefined ? undefined : isoDate(dated);
    if (value !== undefined) return { value, confidence: kind === 'source-note' ? 0.7 : 0.95 };
  }
  const short: FoundDate | undefined =
    findDate(dateline ?? '') ??
    (dateline === undefined ? undefined : findDate(input.body.slice(0, 80)));
  if (short !== undefined) {
    const year = short.year ?? input.fileYear ?? latestYear(input.body);
    const value = year === undefined ? undefined : isoDate({ ...short, year });
    if (value !== undefined) return { value, confidence: short.year === undefined ? 0.6 : 0.95 };
  }
  const numbered = /[〔[［(（](20\d{2}|19\d{2})[〕\]］)）]\d/.exec(
    input.elements.map((item) => item.text).join('\n'),
  );
  const year = numbered?.[1];
  return year === undefined ? { confidence: 0 } : { value: year, confidence: 0.7 };
}

function textOf(elements: readonly DocumentElement[], kind: DocumentElement['kind']): string {
  return elements
    .filter((element) => element.kind === kind)
    .map((element) => element.text)
    .join('\n');
}

/** A report speaks of its own year more than of others. */
function latestYear(body: string): number | undefined {
  const counts = new Map<number, number>();
  for (const match of body.matchAll(/(?<!\d)(20\d{2})年/g)) {
    const year = Number(match[1]);
    counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0];
}
