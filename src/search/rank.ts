/** Which documents of an index, and which of their blocks, a text shares most with. */
import type { IndexedDocument, Volume } from './volume.js';

/** A document of an index that shares something with a text. */
interface RankedDocument {
  readonly document: IndexedDocument;
  /** Comparable inside one ranking. */
  readonly score: number;
}

/** Keys in more of the blocks than this share say nothing; in a small corpus, than so many. */
const COMMON_SHARE = 0.05;
const COMMON_LEAST = 40;

interface Ranking {
  /** Most documents that are given. */
  readonly most: number;
  /** How much a document counts: 0 leaves it out. */
  readonly factorOf: (document: IndexedDocument) => number;
}

/**
 * Documents that share most information with a text, for their size.
 *
 * *In* distinct keys. *Out* best first; of equals by path. *Cost* the postings of the text's keys.
 * *Source* the root of the size is what TF-IDF cosines divide by, to a constant (Salton and Buckley 1988).
 */
export function rankDocuments(
  volumes: readonly Volume[],
  keys: Uint32Array,
  { most, factorOf }: Ranking,
): RankedDocument[] {
  return rank(volumes, keys, most, (volume) => {
    const sums = new Float64Array(volume.documents.length);
    const seen = new Int32Array(volume.documents.length).fill(-1);
    return {
      add: (block, key, information) => {
        const document = volume.documentOf[block]!;
        if (seen[document] === key) return;
        seen[document] = key;
        sums[document]! += information;
      },
      scores: () =>
        volume.documents.map((document, i) => ({
          document,
          score: (factorOf(document) * sums[i]!) / Math.sqrt(1 + document.keys),
        })),
    };
  });
}

/**
 * Documents with the block that holds most of a passage: its score is the share of the passage's information, 0..1.
 *
 * *In* and *Out* as for `rankDocuments`.
 */
export function rankPassages(
  volumes: readonly Volume[],
  keys: Uint32Array,
  { most, factorOf }: Ranking,
): RankedDocument[] {
  const whole = informationOf(volumes, keys).reduce((sum, value) => sum + value, 0);
  return rank(volumes, keys, most, (volume) => {
    const sums = new Float64Array(volume.blockCount);
    return {
      add: (block, _key, information) => {
        sums[block]! += information;
      },
      scores: () => {
        const best = new Float64Array(volume.documents.length);
        for (let block = 0; block < sums.length; block += 1) {
          const document = volume.documentOf[block]!;
          if (sums[block]! > best[document]!) best[document] = sums[block]!;
        }
        return volume.documents.map((document, i) => ({
          document,
          score: whole > 0 ? (factorOf(document) * best[i]!) / whole : 0,
        }));
      },
    };
  });
}

interface Tally {
  readonly add: (block: number, key: number, information: number) => void;
  readonly scores: () => RankedDocument[];
}

function rank(
  volumes: readonly Volume[],
  keys: Uint32Array,
  most: number,
  tallyOf: (volume: Volume) => Tally,
): RankedDocument[] {
  const information = informationOf(volumes, keys);
  const ranked = volumes.flatMap((volume) => {
    const tally = tallyOf(volume);
    const blocks = new Uint32Array(volume.blockCount);
    for (let i = 0; i < keys.length; i += 1) {
      if (information[i] === 0) continue;
      const count = volume.blocksOf(keys[i]!, blocks);
      for (let k = 0; k < count; k += 1) tally.add(blocks[k]!, i, information[i]!);
    }
    return tally.scores().filter(({ score }) => score > 0);
  });
  return ranked.sort(byScore).slice(0, most);
}

function byScore(a: RankedDocument, b: RankedDocument): number {
  if (a.score !== b.score) return b.score - a.score;
  if (a.document.path !== b.document.path) return a.document.path < b.document.path ? -1 : 1;
  return a.document.ordinal - b.document.ordinal;
}

/** Information of each key in the corpus, in nats; 0 for what is common, and for what stands nowhere. */
function informationOf(volumes: readonly Volume[], keys: Uint32Array): Float64Array {
  const blocks = volumes.reduce((sum, { blockCount }) => sum + blockCount, 0);
  return Float64Array.from(keys, (key) => {
    const count = volumes.reduce((sum, volume) => sum + volume.count(key), 0);
    return count === 0 || count > commonFrom(blocks) ? 0 : Math.log((blocks + 1) / count);
  });
}

/** A key in more blocks than this says nothing, in an index of so many. */
export function commonFrom(blocks: number): number {
  return Math.max(COMMON_LEAST, COMMON_SHARE * blocks);
}
