import type { DocumentUnits, Theme } from '../../model/index.js';
import { itemAt, rounded } from '../../text/index.js';
import type { Background } from '../background.js';
import { segmentWords } from '../words.js';
import { buildAutomaton } from './automaton.js';
import { contextGroups } from './context.js';
import { compileThemes } from './match.js';
import { gramsOfRuns, SEED, type SeededGram } from './seeded-grams.js';

/** A string that keeps company with the seed words. */
interface TermCandidate {
  readonly text: string;
  /** Sentences that hold both the candidate and a seed. */
  readonly withSeed: number;
  /** Sentences that hold the candidate in a section where a seed stands. */
  readonly near: number;
  /** Sentences that hold the candidate. */
  readonly sentences: number;
  /** Dunning's G²: how surprising the company is; above 10.8 it is chance once in a thousand. */
  readonly logLikelihood: number;
  /** Least share of its sentences, by 95 %, that stand near a seed in texts like these. */
  readonly sure: number;
  /** Up to three units that show it with a seed. */
  readonly examples: readonly string[];
}

interface ProposeOptions {
  /** Candidates in at most this many; default 50. */
  readonly most?: number;
  /** A candidate stands with a seed in at least this many sentences; default 3: two may be a copied sentence. */
  readonly least?: number;
  /** Leave out what this theme's terms, patterns and exclusions find already. */
  readonly theme?: Theme;
  /** Words of the language: a candidate begins and ends where they do. */
  readonly background?: Background;
  /** No term begins or ends with one of these: drafters' verbs and adverbs (支持, 积极). */
  readonly verbs?: ReadonlySet<string>;
  /** No term of any theme: a place, an office. */
  readonly isName?: (text: string) => boolean;
}

/** Dunning's G² of one degree of freedom at p = 0.001. */
const SURPRISING = 10.83;

/** Half of a term's sentences at least stand near a seed, or it says little of the subject. */
const LEAST_SURE = 0.45;

/**
 * This share of a term's sentences at least hold a seed themselves: what stands beside seeds only in a wider section
 * (失业保险 beside 养老) is about another part of it.
 */
const LEAST_TOGETHER = 0.2;

/** Odds of standing near a seed, against those of any sentence: what stands in every section has the same. */
const LEAST_ODDS = 5;

/** In a corpus of so many documents a term stands in that many at least: what one alone says is its own, and two copy each other. */
const LEAST_DOCUMENTS = [
  { corpus: 30, least: 3 },
  { corpus: 8, least: 2 },
] as const;

/** Particles and verbs of the genre that begin or end no term. */
const NO_EDGE =
  /^[的和与及等为在对以是了并或更把将向到从其各个要由于按经被使让有无未可应须需能会所这那该本此每某请给就也都还再又而且若如则]|[的和与及等为在对以是了并或更把将向到从其各由于按经被使让有无未可应须需能会所这那该本此每某请给就也都还再又而且若如则]$/u;

/** What joins words inside a phrase, and what makes it a demand: a phrase is no term. */
const JOINED = /[的和与及或等]|应[当该]|必须|不[得能]|可以|能够|需要/u;

/** Numbers, ordinals, dates and plan periods. */
const NUMERAL =
  /[\d０-９]|^[第每近约逾]?[〇零一二三四五六七八九十百千万亿两几多余]+(?!体|站|老|带)|[〇零一二三四五六七八九十百千万亿]$|十[一二三四五]五/u;

/**
 * Proposes terms for a theme: strings of which most stand where a seed word stands too.
 *
 * *In*: seed words (a few sure terms) and documents to learn from.
 * *Out*: candidates, most surprising first; they are proposals for a person.
 * *Cost*: linear in the text, and in the text of the sentences with a seed times eight.
 * *Source*: log-likelihood, Dunning (1993), Accurate methods for the statistics of surprise and
 * coincidence; variety of neighbours as a sign of a word, Feng et al. (2004), Accessor variety criteria;
 * the lower bound of a share, Wilson (1927), Probable inference.
 */
export function proposeTerms(
  seedWords: readonly string[],
  documents: readonly DocumentUnits[],
  options: ProposeOptions = {},
): readonly TermCandidate[] {
  const seeds = seedWords.filter((seed) => seed !== '');
  const texts = documents.flatMap((document, at) => sentencesOf(document, seeds, at));
  const seeded = texts.filter((sentence) => sentence.seeded);
  if (seeded.length === 0) return [];
  const grams = gramsOfRuns(seeded, options.least ?? 3);
  const known = knownTo(seeds, options.theme);
  const isTerm = termTest(options);
  const wanted = grams.filter(({ text }) => isTerm(text) && !known(text));
  const whole =
    options.background === undefined ? wanted : wholeWords(wanted, seeded, options.background);
  const counted = countIn(whole, texts);
  const totals = totalsOf(texts, documents.length);
  const candidates = counted
    .filter((count) => isSpecific(count, totals))
    .map((count) => candidateOf(count, totals))
    .filter(({ logLikelihood }) => logLikelihood >= SURPRISING)
    .sort((a, b) => b.logLikelihood - a.logLikelihood || (a.text < b.text ? -1 : 1));
  return dropPieces(candidates).slice(0, options.most ?? 50);
}

interface Sentence {
  readonly id: string;
  /** Seeds are blotted out, so that no candidate is made of a seed's edge and its neighbour. */
  readonly text: string;
  readonly document: number;
  readonly seeded: boolean;
  /** A seed stands in its section, or in the heading of it. */
  readonly near: boolean;
}

function sentencesOf(document: DocumentUnits, seeds: readonly string[], at: number): Sentence[] {
  const holds = (text: string) => seeds.some((seed) => text.includes(seed));
  return contextGroups(document).flatMap((group) => {
    const own = group.sentences.map((index) => itemAt(document.sentences, index));
    const near = holds(group.heading ?? '') || own.some(({ text }) => holds(text));
    return own.map(({ id, text, markerLength }) => ({
      id,
      text: seeds.reduce(
        (rest, seed) => rest.replaceAll(seed, SEED.repeat(seed.length)),
        text.slice(markerLength),
      ),
      document: at,
      seeded: holds(text),
      near,
    }));
  });
}

function termTest({ verbs, isName }: ProposeOptions): (text: string) => boolean {
  return (text) => {
    if ([NO_EDGE, JOINED, NUMERAL].some((pattern) => pattern.test(text))) return false;
    for (const length of verbs === undefined ? [] : [2, 3, 4])
      if (verbs?.has(text.slice(0, length)) || verbs?.has(text.slice(-length))) return false;
    return isName?.(text) !== true;
  };
}

/** Share of its occurrences in which a candidate begins and ends where words do. */
const MOSTLY_WHOLE = 0.7;

function wholeWords(
  grams: readonly SeededGram[],
  seeded: readonly Sentence[],
  background: Background,
): SeededGram[] {
  const { find } = buildAutomaton(grams.map(({ text }) => text));
  const all = new Float64Array(grams.length);
  const whole = new Float64Array(grams.length);
  for (const { text } of seeded) {
    const borders = bordersOf(text, background);
    for (const { needle, start, end } of find(text)) {
      all[needle] = itemAt(all, needle) + 1;
      if (borders.has(start) && borders.has(end)) whole[needle] = itemAt(whole, needle) + 1;
    }
  }
  return grams.filter((_, i) => itemAt(whole, i) >= MOSTLY_WHOLE * itemAt(all, i));
}

function bordersOf(text: string, background: Background): ReadonlySet<number> {
  const borders = new Set<number>([0]);
  let at = 0;
  for (const word of segmentWords(background, text)) {
    at += word < 0 ? 1 : itemAt(background.words, word).length;
    borders.add(at);
  }
  return borders;
}

interface Count extends SeededGram {
  sentences: number;
  near: number;
  readonly documents: Set<number>;
}

function countIn(grams: readonly SeededGram[], texts: readonly Sentence[]): Count[] {
  const counts = grams.map(
    (gram): Count => ({
      ...gram,
      sentences: 0,
      near: 0,
      documents: new Set(),
    }),
  );
  const { find } = buildAutomaton(grams.map(({ text }) => text));
  for (const { text, near, document } of texts)
    for (const needle of new Set(find(text).map((found) => found.needle))) {
      const count = itemAt(counts, needle);
      count.sentences += 1;
      if (near) count.near += 1;
      count.documents.add(document);
    }
  return counts;
}

interface Totals {
  readonly sentences: number;
  readonly seeded: number;
  readonly near: number;
  readonly leastDocuments: number;
}

function totalsOf(texts: readonly Sentence[], documents: number): Totals {
  return {
    sentences: texts.length,
    seeded: texts.filter(({ seeded }) => seeded).length,
    near: texts.filter(({ near }) => near).length,
    leastDocuments: LEAST_DOCUMENTS.find(({ corpus }) => documents >= corpus)?.least ?? 1,
  };
}

function isSpecific(count: Count, totals: Totals): boolean {
  const { withSeed, near, sentences, documents } = count;
  if (withSeed <= LEAST_TOGETHER * sentences) return false;
  if (documents.size < totals.leastDocuments) return false;
  const odds = (part: number, all: number) => (part + 0.5) / (all - part + 0.5);
  return (
    wilson(near, sentences) >= LEAST_SURE &&
    odds(near, sentences) >= LEAST_ODDS * odds(totals.near, totals.sentences)
  );
}

/** Standard score of a one-sided 95 % bound. */
const Z = 1.645;

/** Lower bound of a share. */
function wilson(part: number, all: number): number {
  if (all === 0) return 0;
  const share = part / all;
  const z2 = (Z * Z) / all;
  const spread = Z * Math.sqrt((share * (1 - share)) / all + z2 / (4 * all));
  return (share + z2 / 2 - spread) / (1 + z2);
}

function knownTo(seeds: readonly string[], theme: Theme | undefined): (text: string) => boolean {
  const compiled = theme === undefined ? undefined : compileThemes([theme]);
  const exclusions = theme?.exclusions ?? [];
  return (text) =>
    seeds.some((seed) => seed.includes(text) || text.includes(seed)) ||
    (compiled?.match(text)[0]?.length ?? 0) > 0 ||
    exclusions.some((exclusion) => exclusion.includes(text));
}

function candidateOf(count: Count, totals: Totals): TermCandidate {
  const { text, withSeed, near, sentences, examples } = count;
  return {
    text,
    withSeed,
    near,
    sentences,
    logLikelihood: rounded(logLikelihood(near, sentences, totals.near, totals.sentences), 2),
    sure: rounded(wilson(near, sentences), 2),
    examples,
  };
}

/** G² of the two-by-two table candidate × near a seed. */
function logLikelihood(both: number, candidate: number, near: number, total: number): number {
  const cells = [
    [both, candidate * near],
    [candidate - both, candidate * (total - near)],
    [near - both, (total - candidate) * near],
    [total - candidate - near + both, (total - candidate) * (total - near)],
  ] as const;
  return (
    2 *
    cells.reduce(
      (sum, [seen, product]) => sum + (seen === 0 ? 0 : seen * Math.log((seen * total) / product)),
      0,
    )
  );
}

/** Of two strings of which one holds the other the shorter one stays, unless it is mostly a piece of the longer one. */
function dropPieces(candidates: readonly TermCandidate[]): TermCandidate[] {
  const kept: TermCandidate[] = [];
  for (const candidate of candidates) {
    const piece = kept.some(({ text, sentences }) => {
      if (text.includes(candidate.text)) return 2 * sentences >= candidate.sentences;
      return candidate.text.includes(text);
    });
    if (!piece) kept.push(candidate);
  }
  return kept;
}
