/** Which texts a text's clauses stand in, by their wording alone: before anything is aligned. */

/** A text that another may draw on. */
interface WordedSource {
  readonly sentences: readonly string[];
  /** What it counts beside the share of a clause's wording, which is 0 to 1. */
  readonly bonus: number;
}

/** A clause stands in a sentence that has half of its pairs of characters. */
const STANDS = 0.5;
const CLAUSE_END = /[，,。；;：:！!？?\n]+/u;
const NOT_CONTENT = /[^\p{Script=Han}0-9A-Za-z]+/gu;

/**
 * For each source, how many clauses of the sentences are credited to it: each to the one that has it in the nearest wording.
 *
 * *Cost* for each source its characters, and for each clause the sentences that share a pair of characters with it.
 */
export function creditedByWording(
  sentences: readonly string[],
  sources: readonly WordedSource[],
): number[] {
  const numbers = new Map<number, number>();
  const clauses = sentences
    .flatMap((sentence) => sentence.split(CLAUSE_END))
    .map((clause) =>
      pairsIn(clause, (pair) => {
        const known = numbers.get(pair) ?? numbers.size;
        numbers.set(pair, known);
        return known;
      }),
    )
    .filter((pairs) => pairs.length > 0);
  const credited = sources.map(() => 0);
  const best = clauses.map(() => ({ worth: 0, source: -1 }));
  for (const [source, { sentences: own, bonus }] of sources.entries()) {
    const shares = sharesIn(own, clauses, numbers);
    for (const [i, share] of shares.entries()) {
      const held = best[i];
      if (held === undefined || share < STANDS || share + bonus <= held.worth) continue;
      best[i] = { worth: share + bonus, source };
    }
  }
  for (const { source } of best) if (source >= 0) credited[source] = (credited[source] ?? 0) + 1;
  return credited;
}

/** The share of each clause's pairs that the sentence with most of them has. */
function sharesIn(
  sentences: readonly string[],
  clauses: readonly (readonly number[])[],
  numbers: ReadonlyMap<number, number>,
): Float64Array {
  const places: number[][] = Array.from({ length: numbers.size }, () => []);
  for (const [index, sentence] of sentences.entries())
    for (const pair of pairsIn(sentence, (own) => numbers.get(own))) places[pair]?.push(index);
  const counts = new Uint16Array(sentences.length);
  return Float64Array.from(clauses, (pairs) => {
    counts.fill(0);
    let most = 0;
    for (const pair of pairs)
      for (const index of places[pair] ?? []) {
        const count = (counts[index] ?? 0) + 1;
        counts[index] = count;
        if (count > most) most = count;
      }
    return most / pairs.length;
  });
}

/** Numbers of the characters that stand together in a text, each once; those without a number are left out. */
function pairsIn(text: string, numberOf: (pair: number) => number | undefined): number[] {
  const content = text.replace(NOT_CONTENT, '');
  const found = new Set<number>();
  for (let at = 1; at < content.length; at += 1) {
    const number = numberOf(content.charCodeAt(at - 1) * 0x10000 + content.charCodeAt(at));
    if (number !== undefined) found.add(number);
  }
  return [...found];
}
