import { itemAt } from '../text/index.js';
import { type Background, ngramCount } from './background.js';
import { CONCEPT, orderOf } from './cut.js';
import { type Interner, MAX_INFORMATION } from './numbering.js';

/** Grams of a paper by id, in order of first sight. */
export interface PaperGrams {
  readonly table: Interner;
  readonly orders: Uint8Array;
  /** What the background says of each, in nats; nothing of concepts. */
  readonly information: Float64Array;
  /** How many sentences hold it. */
  readonly counts: Int32Array;
}

/** Which sentences hold each gram of two or more characters, by the paper's numbering. */
export interface Postings {
  /** Sentences of gram `id` stand at `[starts[id], starts[id + 1])` of `places`. */
  readonly starts: Int32Array;
  readonly places: Int32Array;
}

/** A sentence by its place and its grams, each once. */
interface HeldGrams {
  readonly index: number;
  readonly grams: Int32Array;
}

/** What is counted of the grams of some sentences. */
export function gramTable(
  table: Interner,
  sentences: readonly HeldGrams[],
  background: Background,
): PaperGrams {
  const { keys } = table;
  return {
    table,
    orders: Uint8Array.from(keys, orderOf),
    information: Float64Array.from(keys, (key) => gramInformation(key, background)),
    counts: countsOf(
      sentences.map(({ grams }) => grams),
      keys.length,
    ),
  };
}

/** Where each gram stands: an inverted index of the paper. */
export function postingsOf(
  sentences: readonly HeldGrams[],
  { orders, counts }: PaperGrams,
): Postings {
  const starts = new Int32Array(orders.length + 1);
  for (let id = 0; id < orders.length; id += 1)
    starts[id + 1] = starts[id]! + (orders[id] === 1 ? 0 : counts[id]!);
  const places = new Int32Array(starts[orders.length]!);
  const ends = starts.slice();
  for (const { grams, index } of sentences)
    for (const id of grams) if (orders[id] !== 1) places[ends[id]!++] = index;
  return { starts, places };
}

/** How many rows hold each of `size` ids; a row holds an id once. */
export function countsOf(rows: readonly Int32Array[], size: number): Int32Array {
  const counts = new Int32Array(size);
  for (const row of rows) for (const id of row) counts[id]! += 1;
  return counts;
}

/** What the background says of a gram, in nats. It has not counted concepts: 0. */
function gramInformation(key: number, background: Background): number {
  const order = orderOf(key);
  if (order === CONCEPT) return 0;
  const total = background.sentences + 1;
  if (order === 1) {
    const id = background.wordIds.get(String.fromCharCode(key));
    return id === undefined ? 5 : Math.min(MAX_INFORMATION, itemAt(background.wordInformation, id));
  }
  const last = key % 65536;
  const rest = Math.floor(key / 65536);
  const count =
    order === 2
      ? ngramCount(background, rest, last, 0)
      : ngramCount(background, Math.floor(rest / 65536), rest % 65536, last);
  return Math.min(MAX_INFORMATION, Math.log(total / (count + 1) + 1));
}
