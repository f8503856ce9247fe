/** A text cut into articles or paragraphs, each into sentences without their markers. */
export interface ParallelText {
  /** Name of its file. */
  readonly name: string;
  readonly units: readonly (readonly string[])[];
}

const ARTICLE = /^第[〇零一二三四五六七八九十百千\d]+条/u;
const CHAPTER = /^第[〇零一二三四五六七八九十百\d]+[编章节]/u;
const MARKER =
  /^\s*(?:第[〇零一二三四五六七八九十百千\d]+[条章节编]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|\d+[.．、])\s*/u;
/** Shorter sentences are headings, longer ones lists and tables. */
const LENGTHS = { least: 10, most: 220 };
/** Units a text is read up to: the longest plans would otherwise cost more than all statutes. */
const MOST_UNITS = 260;

export function parallelText(name: string, text: string): ParallelText {
  const lines = text.split('\n').map((line) => line.trim());
  const statute = lines.some((line) => ARTICLE.test(line));
  const units: string[][] = [];
  for (const line of lines) {
    if (line === '' || CHAPTER.test(line)) continue;
    if (!statute || ARTICLE.test(line)) units.push([]);
    const sentences = line
      .split(/(?<=[。；])/u)
      .map((piece) => piece.replace(MARKER, '').replaceAll(/\s+/gu, ''))
      .filter(({ length }) => length >= LENGTHS.least && length <= LENGTHS.most);
    units.at(-1)?.push(...sentences);
  }
  return { name, units: units.filter(({ length }) => length > 0).slice(0, MOST_UNITS) };
}

const PLACE = /^[\u4e00-\u9fff]{2,8}?(?:省|市|自治县|自治州|自治区|县|州|特区|区)(?:人民政府)?/u;
const GENRE =
  /[〈〉《》<>“”]|实施|关于|十四五|规划|方案|办法|条例|规定|若干|意见|法$|促进|管理|保护|的|防治/gu;

/** What a text is about, by its file's name less number, date, place and genre: 105_某省大气污染防治条例(2020-11-27).txt → 大气污染. */
export function subjectOf(name: string): string {
  return name
    .normalize('NFC')
    .replace(/\.txt$/u, '')
    .replace(/^([^(]*)\(.*\)$/u, '$1')
    .replace(/^\d+_/u, '')
    .replace(/^中华人民共和国/u, '')
    .replace(PLACE, '')
    .replaceAll(GENRE, '');
}

/** Texts of one subject that are compared with one another, and pairs of them: the first by name. */
const MOST_TEXTS = 14;
const MOST_PAIRS = 30;
/** Cosines within which two units, and two sentences in them, answer each other; above, they are copies and teach nothing. */
const UNIT = { least: 0.18, most: 0.95 };
const SENTENCE = { least: 0.1, most: 0.8 };
/** Where the units before and after answer each other, what stands between them does so in whatever words. */
const BETWEEN = { least: 0.03, most: 0.8 };

/**
 * Pairs of sentences by which texts of different places on one subject say the same: in units that are each other's best, or
 * stand between such, the sentences that are each other's best.
 *
 * *Out* once each, in the order of the names.
 */
export function mineParallel(texts: readonly ParallelText[]): [string, string][] {
  const subjects = new Map<string, ParallelText[]>();
  for (const text of [...texts].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const subject = subjectOf(text.name);
    if (subject.length < 2) continue;
    const group = subjects.get(subject);
    if (group === undefined) subjects.set(subject, [text]);
    else if (group.length < MOST_TEXTS) group.push(text);
  }
  const seen = new Set<string>();
  const out: [string, string][] = [];
  for (const group of subjects.values()) {
    if (group.length < 2) continue;
    for (const [a, b] of minedFrom(group)) {
      const key = `${a}\n${b}`;
      if (a === b || seen.has(key)) continue;
      seen.add(key);
      out.push([a, b]);
    }
  }
  return out;
}

function* minedFrom(group: readonly ParallelText[]): Generator<[string, string]> {
  const weigh = bigramWeights(group);
  const weighed = group.map(({ units }) => units.map((sentences) => weighUnit(sentences, weigh)));
  let pairs = 0;
  for (const [i, a] of weighed.entries())
    for (const b of weighed.slice(i + 1)) {
      if (pairs >= MOST_PAIRS) return;
      pairs += 1;
      yield* pairUnits(a, b);
    }
}

interface Weighed {
  readonly text: string;
  readonly weights: ReadonlyMap<string, number>;
  readonly length: number;
}

interface WeighedUnit extends Weighed {
  readonly sentences: readonly Weighed[];
}

function bigrams(text: string): Set<string> {
  const plain = text.replaceAll(/[^\u4e00-\u9fff0-9A-Za-z]/gu, '');
  const out = new Set<string>();
  for (let i = 0; i + 1 < plain.length; i += 1) out.add(plain.slice(i, i + 2));
  return out;
}

function bigramWeights(group: readonly ParallelText[]): (bigram: string) => number {
  const counts = new Map<string, number>();
  let units = 0;
  for (const sentences of group.flatMap((text) => text.units)) {
    units += 1;
    for (const bigram of bigrams(sentences.join('')))
      counts.set(bigram, (counts.get(bigram) ?? 0) + 1);
  }
  return (bigram) => Math.log(units / (counts.get(bigram) ?? 1) + 1);
}

function weigh(text: string, weightOf: (bigram: string) => number): Weighed {
  const weights = new Map([...bigrams(text)].map((bigram) => [bigram, weightOf(bigram) ** 2]));
  let square = 0;
  for (const weight of weights.values()) square += weight;
  return { text, weights, length: Math.sqrt(square) };
}

function weighUnit(
  sentences: readonly string[],
  weightOf: (bigram: string) => number,
): WeighedUnit {
  return {
    ...weigh(sentences.join(''), weightOf),
    sentences: sentences.map((sentence) => weigh(sentence, weightOf)),
  };
}

function cosine(a: Weighed, b: Weighed): number {
  const [few, many] = a.weights.size < b.weights.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [bigram, weight] of few.weights) if (many.weights.has(bigram)) sum += weight;
  return sum / (a.length * b.length || 1);
}

/** For each of `a` its best in `b` where both are each other's best, with the cosine. */
function mutualBest(
  a: readonly Weighed[],
  b: readonly Weighed[],
): ({ readonly place: number; readonly cosine: number } | undefined)[] {
  const table = a.map((x) => b.map((y) => cosine(x, y)));
  const best = table.map((row) => row.indexOf(Math.max(...row)));
  const back = b.map((_, j) => {
    const column = table.map((row) => row[j] ?? 0);
    return column.indexOf(Math.max(...column));
  });
  return best.map((place, i) =>
    place >= 0 && back[place] === i ? { place, cosine: table[i]?.[place] ?? 0 } : undefined,
  );
}

function* pairUnits(
  a: readonly WeighedUnit[],
  b: readonly WeighedUnit[],
): Generator<[string, string]> {
  const matched = mutualBest(a, b).map((match) =>
    match !== undefined && match.cosine >= UNIT.least && match.cosine <= UNIT.most
      ? match.place
      : undefined,
  );
  const taken = new Set(matched);
  for (const [i, unit] of a.entries()) {
    const place = matched[i];
    const before = matched[i - 1];
    const between = before !== undefined && matched[i + 1] === before + 2 ? before + 1 : undefined;
    const other = b[place ?? between ?? -1];
    if (other === undefined || (place === undefined && taken.has(between))) continue;
    const within = place === undefined ? BETWEEN : SENTENCE;
    for (const [k, match] of mutualBest(unit.sentences, other.sentences).entries()) {
      const [x, y] = [unit.sentences[k], other.sentences[match?.place ?? -1]];
      if (match === undefined || x === undefined || y === undefined) continue;
      if (match.cosine >= within.least && match.cosine <= within.most) yield [x.text, y.text];
    }
  }
}
