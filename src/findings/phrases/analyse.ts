import type {
  DocumentUnits,
  Phrase,
  PhraseLexicon,
  PhraseSeed,
  PhraseUse,
  PhraseVariant,
  SentenceUnit,
} from '../../model/index.js';
import { itemAt, lastNear } from '../../text/index.js';
import { type FoundDefinition, findDefinitions } from './definitions.js';
import { isDoctrine, isFormula, SHORTEST_FORMULA } from './formulas.js';
import { findRepeats, type Repeat, type RepeatOptions } from './repeats.js';
import { joinText, letterCodes, lettersOf, type PhraseText } from './text.js';
import { firstUse, levelsOf } from './uses.js';
import { findPlaces, type PhrasePlace } from './variants.js';

/** Documents made ready for looking phrases up; built once. */
interface PhraseIndex {
  readonly text: PhraseText;
  readonly definitions: readonly FoundDefinition[];
}

/** *Cost*: linear in the text. */
export function createPhraseIndex(documents: readonly DocumentUnits[]): PhraseIndex {
  return { text: joinText(documents, true), definitions: documents.flatMap(findDefinitions) };
}

interface PhraseOptions extends RepeatOptions {
  /** Give the best so many of the repeated strings; default all. Seeds and quoted terms always come. */
  readonly limit?: number;
}

/**
 * The set phrases of some documents: seeds, quoted terms, and strings that repetition shows to be fixed.
 *
 * *Out*: by score, highest first; wordings that differ in marks only are one phrase.
 * Seeds that occur nowhere are left out (`lookUpPhrase` tells of them).
 * *Cost*: linear in the text to discover, then `lookUpPhrase` for each phrase.
 */
export function findPhrases(
  index: PhraseIndex,
  lexicon: PhraseLexicon,
  options: PhraseOptions = {},
): Phrase[] {
  const candidates = gather(index, lexicon, options);
  const phrases = [...candidates.values()].map((candidate) => describe(index, candidate));
  const used = phrases.filter(
    (phrase) =>
      phrase.first !== undefined &&
      isShared(phrase, index.text.documents.length) &&
      !isMember(phrase, index.text) &&
      isQuotedTerm(phrase, index.text),
  );
  return withoutTwins(
    used.sort((a, b) => b.score - a.score || (a.text < b.text ? -1 : a.text > b.text ? 1 : 0)),
  );
}

/** A repeated string that a phrase ranked before it has as a variant is shown there. */
function withoutTwins(phrases: readonly Phrase[]): Phrase[] {
  const shown = new Set<string>();
  return phrases.filter(({ text, sources, uses }) => {
    if (sources.join() === 'repeated' && shown.has(lettersOf(text))) return false;
    for (const { variants } of uses)
      for (const variant of variants) shown.add(lettersOf(variant.text));
    return true;
  });
}

/** One phrase, wherever it occurs: all documents `absent` if nowhere. `variants` are other wordings to be taken for it. */
export function lookUpPhrase(
  index: PhraseIndex,
  text: string,
  variants: readonly string[] = [],
): Phrase {
  return describe(index, { text, sources: [], variants });
}

/** A common word that is quoted once (“绿色”) is no term: of a quoted term's places one in four has the marks. */
function isQuotedTerm({ text: phrase, sources }: Phrase, text: PhraseText): boolean {
  if (sources.some((source) => source !== 'quoted')) return true;
  const places = findPlaces(text, letterCodes(phrase)).filter(({ distance }) => distance === 0);
  const quoted = places.filter((place) => {
    const { text: whole } = sentenceWith(text, place);
    const at = itemAt(text.offsetAt, place.start);
    return lastNear(whole, '“', at) > lastNear(whole, '”', at);
  });
  return 4 * quoted.length >= places.length;
}

/**
 * A repeated string that most often stands beside 、 is a piece of a list: the list is the formula, if anything is;
 * one that most often stands in the title of a paper is a title, and one that articles repeat is what they rule on.
 */
function isMember({ text: phrase, sources }: Phrase, text: PhraseText): boolean {
  if (sources.some((source) => source !== 'repeated')) return false;
  const places = findPlaces(text, letterCodes(phrase)).filter(({ distance }) => distance === 0);
  const beside = places.filter((place) => {
    const { text: whole } = sentenceWith(text, place);
    const at = itemAt(text.offsetAt, place.start);
    const before = whole[at - 1];
    const after = whole[itemAt(text.offsetAt, place.end - 1) + 1];
    return (
      before === '、' || after === '、' || lastNear(whole, '《', at) > lastNear(whole, '》', at)
    );
  });
  const ruled = places.filter((place) => isArticle(sentenceWith(text, place)));
  return (
    2 * beside.length >= places.length || (!isDoctrine(phrase) && 2 * ruled.length > places.length)
  );
}

const isArticle = ({ section }: SentenceUnit): boolean =>
  section !== undefined && /第[^/第]*条/u.test(section);

/** A string that one document repeats is its own wording; of several documents two must have it. */
function isShared({ sources, uses }: Phrase, documents: number): boolean {
  if (documents < 2 || sources.some((source) => source !== 'repeated')) return true;
  return uses.filter(({ status }) => status !== 'absent').length > 1;
}

interface Candidate {
  readonly text: string;
  readonly sources: Phrase['sources'];
  readonly variants: readonly string[];
  readonly repeat?: Repeat;
}

function gather(
  index: PhraseIndex,
  lexicon: PhraseLexicon,
  options: PhraseOptions,
): Map<string, Candidate> {
  const all = new Map<string, Candidate>();
  const add = (candidate: Candidate) => {
    const key = lettersOf(candidate.text);
    const known = all.get(key);
    all.set(key, known === undefined ? candidate : merge(known, candidate));
  };
  for (const { text, variants } of lexicon.seeds) add({ text, sources: ['seed'], variants });
  for (const text of quotedTerms(index.text)) add({ text, sources: ['quoted'], variants: [] });
  for (const repeat of repeats(index.text.documents, lexicon, options))
    add({ text: repeat.text, sources: ['repeated'], variants: [], repeat });
  return all;
}

function merge(a: Candidate, b: Candidate): Candidate {
  const sources = [...a.sources, ...b.sources.filter((source) => !a.sources.includes(source))];
  const repeat = a.repeat ?? b.repeat;
  return {
    text: a.text,
    sources,
    variants: [...a.variants, ...b.variants],
    ...(repeat !== undefined && { repeat }),
  };
}

/** Longest quotation taken for a term; longer ones are speech. */
const LONGEST_TERM = 24;

/** What is quoted as an aim or a sum is no term: “确保2030年前实现碳达峰”, “7个专项行动”. */
const AIM = /[12][0-9]{3}年|^[0-9]+[个项条类大家]|^(?:确保|力争|努力|争取)/u;
/** Numbers and pairs make a term of two letters: 四风, 两高, 双碳. */
const COUNTED = /[一二三四五六七八九十百千万两双单多全0-9a-zA-Z]/u;

function quotedTerms(text: PhraseText): string[] {
  const terms = text.sentences.flatMap((sentence) =>
    [...sentence.text.matchAll(/[“‘]([^“”‘’]{2,})[”’](?![+＋﹢])/gu)].map(([, term = '']) => term),
  );
  const times = new Map<string, number>();
  for (const term of terms) times.set(term, (times.get(term) ?? 0) + 1);
  // A plain word of two letters that is quoted once is a word, not a term: “减碳”.
  const isWord = (term: string): boolean =>
    [...lettersOf(term)].length === 2 && times.get(term) === 1 && !COUNTED.test(term);
  // “光伏+” is not 光伏: a mark at an end belongs to the term.
  return terms.filter(
    (term) =>
      !/^[+＋﹢-]|[+＋﹢-]$/u.test(term) &&
      !AIM.test(term) &&
      !isWord(term) &&
      term.length <= LONGEST_TERM &&
      [...lettersOf(term)].length >= 2,
  );
}

function repeats(
  documents: readonly DocumentUnits[],
  lexicon: PhraseLexicon,
  options: PhraseOptions,
): Repeat[] {
  const fits = ({ text }: Repeat): boolean => isFormula(text, lexicon);
  const found = findRepeats(joinText(documents, false), {
    minLength: SHORTEST_FORMULA,
    ...options,
  }).filter(fits);
  return found
    .sort((a, b) => scoreOf(b) - scoreOf(a) || (a.text < b.text ? -1 : 1))
    .slice(0, options.limit);
}

/** Rank of a repeated string: often, free at its ends, long. Only the order means anything. */
function scoreOf({
  frequency,
  entropy,
  text,
}: Pick<Repeat, 'frequency' | 'entropy' | 'text'>): number {
  return Math.log2(1 + frequency) * entropy * Math.sqrt([...text].length);
}

function describe(index: PhraseIndex, candidate: Candidate): Phrase {
  const { text } = index;
  const letters = lettersOf(candidate.text);
  const places = placesOf(text, candidate);
  const byDocument = new Map<number, PhrasePlace[]>();
  for (const place of places) {
    const document = itemAt(text.documentOf, itemAt(text.sentenceAt, place.start));
    const own = byDocument.get(document);
    if (own === undefined) byDocument.set(document, [place]);
    else own.push(place);
  }
  const printed = mostPrinted(text, places) ?? candidate.text;
  const wanted =
    candidate.sources.includes('seed') || candidate.sources.length === 0 ? candidate.text : printed;
  const uses = text.documents.map((document, index) =>
    useIn(text, document, byDocument.get(index) ?? [], wanted),
  );
  const frequency = uses.reduce((sum, use) => sum + use.count, 0);
  const first = firstUse(uses);
  const { repeat } = candidate;
  return {
    text: wanted,
    sources: candidate.sources,
    frequency,
    ...(repeat !== undefined && { cohesion: repeat.cohesion, entropy: repeat.entropy }),
    // A quoted term or seed is fixed by being quoted or listed: it ranks as if its ends were free.
    score: scoreOf({
      frequency,
      text: letters,
      entropy: repeat?.entropy ?? Math.log2(1 + frequency),
    }),
    uses,
    levels: levelsOf(uses),
    ...(first !== undefined && { first }),
    definitions: index.definitions
      .filter((item) => item.letters === letters)
      .map(({ letters: _, ...item }) => item),
  };
}

function placesOf(text: PhraseText, candidate: Candidate): PhrasePlace[] {
  const asked = candidate.sources.length === 0;
  const own = findPlaces(text, letterCodes(candidate.text), asked);
  // Other wordings of the seed list are variants however far they are.
  const listed = candidate.variants.flatMap((variant) =>
    findPlaces(text, letterCodes(variant)).map((place) => ({
      ...place,
      distance: Math.max(1, place.distance),
    })),
  );
  const taken = new Set(own.map((place) => place.start));
  return [...own, ...listed.filter((place) => !taken.has(place.start))].sort(
    (a, b) => a.start - b.start,
  );
}

function sentenceWith(text: PhraseText, place: PhrasePlace): PhraseText['sentences'][number] {
  return itemAt(text.sentences, itemAt(text.sentenceAt, place.start));
}

/** As printed: from the first letter to the last. */
function printedAt(text: PhraseText, place: PhrasePlace): string {
  const [first, last] = [place.start, place.end - 1];
  const { text: whole } = sentenceWith(text, place);
  return whole.slice(itemAt(text.offsetAt, first), itemAt(text.offsetAt, last) + 1);
}

/** The wording printed most often; the first of equals. Quotation marks inside are left out. */
function mostPrinted(text: PhraseText, places: readonly PhrasePlace[]): string | undefined {
  const counts = new Map<string, number>();
  for (const place of places) {
    if (place.distance > 0) continue;
    const printed = withoutQuotes(printedAt(text, place));
    counts.set(printed, (counts.get(printed) ?? 0) + 1);
  }
  let best: [string, number] | undefined;
  for (const entry of counts) if (best === undefined || entry[1] > best[1]) best = entry;
  return best?.[0];
}

function withoutQuotes(text: string): string {
  return text.replaceAll(/[“”‘’]/gu, '');
}

function useIn(
  text: PhraseText,
  { head }: DocumentUnits,
  places: readonly PhrasePlace[],
  wanted: string,
): PhraseUse {
  const identical: string[] = [];
  const variants = new Map<
    string,
    { kind: PhraseVariant['kind']; distance: number; units: string[] }
  >();
  for (const place of places) {
    const unit = sentenceWith(text, place).id;
    const printed = withoutQuotes(printedAt(text, place));
    if (place.distance === 0 && printed === withoutQuotes(wanted)) {
      identical.push(unit);
      continue;
    }
    const kind = kindOf(place, wanted, printed);
    const own = variants.get(printed);
    if (own === undefined) variants.set(printed, { kind, distance: place.distance, units: [unit] });
    else own.units.push(unit);
  }
  const status = identical.length > 0 ? 'identical' : variants.size > 0 ? 'variant' : 'absent';
  return {
    document: head.id,
    ...(head.level !== undefined && { level: head.level }),
    ...(head.region !== undefined && { region: head.region.code }),
    ...(head.date !== undefined && { date: head.date }),
    status,
    count: identical.length,
    units: identical,
    variants: [...variants].map(([printed, variant]) => ({ text: printed, ...variant })),
  };
}

/** A listed wording so much shorter or longer is the short or the full form: 房住不炒, 碳排放达峰 of 碳达峰. */
const SHORT_FORM = 0.75;

function kindOf({ distance }: PhrasePlace, wanted: string, printed: string): PhraseVariant['kind'] {
  if (distance === 0) return 'punctuation';
  const [shorter = 0, longer = 1] = [lettersOf(wanted).length, lettersOf(printed).length].sort(
    (a, b) => a - b,
  );
  return shorter / longer <= SHORT_FORM ? 'abbreviation' : 'wording';
}

/** Seeds that no document has, in the order of the list. */
export function absentSeeds(index: PhraseIndex, lexicon: PhraseLexicon): PhraseSeed[] {
  return lexicon.seeds.filter(
    (seed) => lookUpPhrase(index, seed.text, seed.variants).first === undefined,
  );
}
