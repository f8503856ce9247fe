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
import { placeOf, reporterOf, textOf } from './place.js';
import type { RegionIndex } from './region-index.js';

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
  const kind = kindOf([bare, ...occasionsOf(input)], dateline !== undefined, input.body);
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
      title: titleConfidence(input.title, dateline !== undefined || occasionsOf(input).length > 0),
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

/** `——在某次会议上的报告`: what a speech is, whose title is a call. */
function occasionsOf({ subtitles }: InferInput): readonly string[] {
  return subtitles.filter((subtitle) =>
    /^[—―─–-]{1,2}在.*(?:报告|讲话|发言|说明|致辞)$/.test(subtitle),
  );
}

function kindOf(
  titles: readonly string[],
  report: boolean,
  body: string,
): { value: DocumentKind; confidence: number } {
  for (const title of titles)
    for (const [noun, kind] of KIND_NOUNS)
      if (noun.test(title)) return { value: kind, confidence: 0.9 };
  if (reporterOf(body) !== undefined) return { value: 'report', confidence: 0.8 };
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
    const found = [...made, ...texts]
      .map((text) => findDate(text))
      .filter((date) => date?.year !== undefined);
    // The day of a signature says more than the month of a cover.
    const dated = found.find((date) => date?.day !== undefined) ?? found[0];
    const value = dated === undefined ? undefined : isoDate(dated);
    if (value !== undefined) return { value, confidence: kind === 'source-note' ? 0.7 : 0.95 };
  }
  const occasion = input.subtitles.map((text) => isoDate(findDate(text) ?? {})).find(Boolean);
  if (occasion !== undefined) return { value: occasion, confidence: 0.9 };
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

/** A report speaks of its own year more than of others. */
function latestYear(body: string): number | undefined {
  const counts = new Map<number, number>();
  for (const match of body.matchAll(/(?<!\d)(20\d{2})年/g)) {
    const year = Number(match[1]);
    counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0];
}
