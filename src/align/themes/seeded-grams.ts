/** Stands for each character of a seed: a neighbour like any other, so that what only completes a seed is a piece. */
export const SEED = '\u0000';

/** A string of the sentences with a seed. */
export interface SeededGram {
  readonly text: string;
  /** Sentences that hold both it and a seed. */
  readonly withSeed: number;
  /** Up to three of them. */
  readonly examples: readonly string[];
}

/** Set phrases are rarely longer; longer strings are copied clauses, not terms. */
const LONGEST = 8;

/**
 * A string whose neighbour on one side is the same character in more than this share of its
 * occurrences is a piece of a longer one, not a term.
 */
const MOST_OF_ONE_NEIGHBOUR = 0.5;

interface Gram {
  withSeed: number;
  last: string;
  occurrences: number;
  /** Characters before and after with counts; an edge of a run is a neighbour of its own each time. */
  readonly lefts: Map<string, number>;
  readonly rights: Map<string, number>;
  readonly examples: string[];
}

const HAN_RUN = /\p{Script=Han}{2,}/gu;

/** Strings of two to eight Han characters in at least `least` of the sentences that are no piece of a longer one. */
export function gramsOfRuns(
  sentences: readonly { readonly id: string; readonly text: string }[],
  least: number,
): SeededGram[] {
  const grams = new Map<string, Gram>();
  for (const { id, text } of sentences)
    for (const run of text.matchAll(HAN_RUN))
      countRun(grams, { id, text, run: run[0], at: run.index });
  return [...grams].flatMap(([text, gram]) =>
    gram.withSeed >= least && isWhole(gram)
      ? [{ text, withSeed: gram.withSeed, examples: gram.examples }]
      : [],
  );
}

interface Run {
  readonly id: string;
  readonly text: string;
  readonly run: string;
  readonly at: number;
}

function countRun(grams: Map<string, Gram>, { id, text, run, at }: Run): void {
  const edge = `edge ${id} ${at}`;
  const [before, after] = [text[at - 1], text[at + run.length]].map((next) =>
    next === SEED ? SEED : edge,
  );
  for (let start = 0; start < run.length - 1; start += 1)
    for (let end = start + 2; end <= Math.min(run.length, start + LONGEST); end += 1) {
      const gram = gramOf(grams, run.slice(start, end));
      gram.occurrences += 1;
      raise(gram.lefts, run[start - 1] ?? before ?? edge);
      raise(gram.rights, run[end] ?? after ?? edge);
      if (gram.last === id) continue;
      gram.last = id;
      gram.withSeed += 1;
      if (gram.examples.length < 3) gram.examples.push(id);
    }
}

function gramOf(grams: Map<string, Gram>, text: string): Gram {
  const known = grams.get(text);
  if (known !== undefined) return known;
  const gram = newGram();
  grams.set(text, gram);
  return gram;
}

function newGram(): Gram {
  return {
    withSeed: 0,
    last: '',
    occurrences: 0,
    lefts: new Map(),
    rights: new Map(),
    examples: [],
  };
}

function raise(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function isWhole({ occurrences, lefts, rights }: Gram): boolean {
  const most = MOST_OF_ONE_NEIGHBOUR * occurrences;
  return Math.max(...lefts.values()) <= most && Math.max(...rights.values()) <= most;
}
