import type { DocumentUnits, Theme } from '../../model/index.js';
import { rounded } from '../../text/index.js';
import { compileThemes } from './match.js';

/** A string that keeps company with the seed words. */
interface TermCandidate {
  readonly text: string;
  /** Sentences that hold both the candidate and a seed. */
  readonly withSeed: number;
  /** Sentences that hold the candidate. */
  readonly sentences: number;
  /** Dunning's G²: how surprising the company is; above 10.8 it is chance once in a thousand. */
  readonly logLikelihood: number;
  /** Pointwise mutual information in bits: how many times likelier than chance, as a power of two. */
  readonly information: number;
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
}

/** Set phrases are rarely longer; longer strings are copied clauses, not terms. */
const LONGEST = 8;

/** Dunning's G² of one degree of freedom at p = 0.001. */
const SURPRISING = 10.83;

/**
 * A string whose neighbour on one side is the same character in more than this share of its
 * occurrences is a piece of a longer one, not a term.
 */
const MOST_OF_ONE_NEIGHBOUR = 0.5;

/** Particles and verbs of the genre that begin or end no term. */
const NO_EDGE =
  /^[的和与及等为在对以是了并或更把将向到从其各个要]|[的和与及等为在对以是了并或更把将向到从其各]$/u;

/**
 * Proposes terms for a theme: strings that stand in sentences with a seed word far more often than chance.
 *
 * *In*: seed words (a few sure terms) and documents to learn from.
 * *Out*: candidates, most surprising first; they are proposals for a person, weights are not guessed.
 * *Cost*: linear in the text times eight; about a second for a million characters.
 * *Source*: log-likelihood, Dunning (1993), Accurate methods for the statistics of surprise and
 * coincidence; variety of neighbours as a sign of a word, Feng et al. (2004), Accessor variety criteria.
 */
export function proposeTerms(
  seedWords: readonly string[],
  documents: readonly DocumentUnits[],
  options: ProposeOptions = {},
): readonly TermCandidate[] {
  const seeds = seedWords.filter((seed) => seed !== '');
  const sentences = documents.flatMap((document) => document.sentences);
  const seeded = sentences.map(({ text }) => seeds.some((seed) => text.includes(seed)));
  const total = sentences.length;
  const marked = seeded.filter(Boolean).length;
  if (marked === 0) return [];
  const masked = sentences.map(({ id, text }) => ({ id, text: mask(text, seeds) }));
  const grams = countGrams(masked, seeded, options.least ?? 3);
  const known = knownTo(seeds, options.theme);
  const candidates = [...grams.values()]
    .filter((gram) => isWhole(gram) && !NO_EDGE.test(gram.text) && !known(gram.text))
    .map((gram) => candidateOf(gram, marked, total))
    .filter(({ logLikelihood, information }) => logLikelihood >= SURPRISING && information > 0)
    .sort((a, b) => b.logLikelihood - a.logLikelihood || (a.text < b.text ? -1 : 1));
  return dropPieces(candidates).slice(0, options.most ?? 50);
}

/** Seeds become breaks, so that no candidate is made of a seed's edge and its neighbour. */
function mask(text: string, seeds: readonly string[]): string {
  return seeds.reduce((rest, seed) => rest.replaceAll(seed, ' '.repeat(seed.length)), text);
}

function isWhole({ occurrences, lefts, rights }: Gram): boolean {
  const most = MOST_OF_ONE_NEIGHBOUR * occurrences;
  return Math.max(...lefts.values()) <= most && Math.max(...rights.values()) <= most;
}

interface Gram {
  readonly text: string;
  withSeed: number;
  sentences: number;
  occurrences: number;
  /** Characters before and after with counts; an edge of a run is a neighbour of its own each time. */
  readonly lefts: Map<string, number>;
  readonly rights: Map<string, number>;
  readonly examples: string[];
}

const HAN_RUN = /\p{Script=Han}{2,}/gu;

interface Sentence {
  readonly id: string;
  readonly text: string;
}

/** Counts by sentence; first the strings of seeded sentences, then those among the rest. */
function countGrams(
  sentences: readonly Sentence[],
  seeded: readonly boolean[],
  least: number,
): ReadonlyMap<string, Gram> {
  const grams = new Map<string, Gram>();
  sentences.forEach((sentence, at) => {
    if (!seeded[at]) return;
    for (const found of gramsOf(sentence)) {
      const gram = grams.get(found.text) ?? newGram(found.text);
      grams.set(found.text, gram);
      if (found.first) gram.withSeed += 1;
      if (found.first && gram.examples.length < 3) gram.examples.push(sentence.id);
      note(gram, found);
    }
  });
  for (const [text, gram] of grams) if (gram.withSeed < least) grams.delete(text);
  sentences.forEach((sentence, at) => {
    if (seeded[at]) return;
    for (const found of gramsOf(sentence)) {
      const gram = grams.get(found.text);
      if (gram !== undefined) note(gram, found);
    }
  });
  return grams;
}

function newGram(text: string): Gram {
  const lefts = new Map<string, number>();
  return {
    text,
    withSeed: 0,
    sentences: 0,
    occurrences: 0,
    lefts,
    rights: new Map(),
    examples: [],
  };
}

function note(gram: Gram, found: Found): void {
  gram.occurrences += 1;
  if (found.first) gram.sentences += 1;
  gram.lefts.set(found.left, (gram.lefts.get(found.left) ?? 0) + 1);
  gram.rights.set(found.right, (gram.rights.get(found.right) ?? 0) + 1);
}

interface Found {
  readonly text: string;
  readonly left: string;
  readonly right: string;
  /** First time in this sentence. */
  readonly first: boolean;
}

function* gramsOf({ id, text }: Sentence): Generator<Found> {
  const seen = new Set<string>();
  for (const run of text.matchAll(HAN_RUN)) {
    const [word] = run;
    for (let start = 0; start < word.length - 1; start++) {
      const left = word[start - 1] ?? `edge ${id} ${run.index}`;
      for (let end = start + 2; end <= Math.min(word.length, start + LONGEST); end++) {
        const gram = word.slice(start, end);
        const first = !seen.has(gram);
        seen.add(gram);
        yield { text: gram, left, right: word[end] ?? `edge ${id} ${run.index}`, first };
      }
    }
  }
}

function knownTo(seeds: readonly string[], theme: Theme | undefined): (text: string) => boolean {
  const compiled = theme === undefined ? undefined : compileThemes([theme]);
  const exclusions = theme?.exclusions ?? [];
  return (text) =>
    seeds.some((seed) => seed.includes(text) || text.includes(seed)) ||
    (compiled?.match(text)[0]?.length ?? 0) > 0 ||
    exclusions.some((exclusion) => exclusion.includes(text));
}

function candidateOf(gram: Gram, marked: number, total: number): TermCandidate {
  const { text, withSeed, sentences, examples } = gram;
  const expected = (sentences * marked) / total;
  return {
    text,
    withSeed,
    sentences,
    logLikelihood: rounded(logLikelihood(withSeed, sentences, marked, total), 2),
    information: rounded(Math.log2(withSeed / expected), 2),
    examples,
  };
}

/** G² of the two-by-two table candidate × seed. */
function logLikelihood(both: number, candidate: number, seed: number, total: number): number {
  const cells = [
    [both, candidate * seed],
    [candidate - both, candidate * (total - seed)],
    [seed - both, (total - candidate) * seed],
    [total - candidate - seed + both, (total - candidate) * (total - seed)],
  ] as const;
  return (
    2 *
    cells.reduce(
      (sum, [seen, product]) => sum + (seen === 0 ? 0 : seen * Math.log((seen * total) / product)),
      0,
    )
  );
}

/** Keeps the more surprising one of two strings of which one holds the other and that are as frequent. */
function dropPieces(candidates: readonly TermCandidate[]): TermCandidate[] {
  const kept: TermCandidate[] = [];
  for (const candidate of candidates) {
    const piece = kept.some(
      ({ text, sentences }) =>
        (text.includes(candidate.text) || candidate.text.includes(text)) &&
        // The longer one explains at least half of the shorter one's sentences.
        2 * Math.min(sentences, candidate.sentences) >= Math.max(sentences, candidate.sentences),
    );
    if (!piece) kept.push(candidate);
  }
  return kept;
}
