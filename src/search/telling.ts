/** Of ranked documents those that may tell something: the rest is not worth aligning. */
import type { RankedDocument } from './rank.js';
import { informationOf } from './rank.js';
import type { Volume } from './volume.js';

/** Always looked at. */
const ALWAYS = 2;
/** So near to the best, in what it shares for its size, that only an alignment can tell them apart. */
const NEAR = 0.6;
/** Share of the information that any of them holds which none before it has. */
const ADDS = 0.08;

/**
 * The first two, those that share nearly as much as the best, and those that hold something of the text that none before them does.
 *
 * *In* distinct keys of the text, and what `rankDocuments` made of them. *Cost* the postings of the keys.
 * *Source* chosen on 98 city statutes. On all 131 of the list, of six aligned for each 3.5 remain, and the province's own is first
 * for 116 (with all six 117), among three for 131 (131).
 */
export function tellingDocuments(
  volumes: readonly Volume[],
  keys: Uint32Array,
  ranked: readonly RankedDocument[],
): RankedDocument[] {
  const information = informationOf(volumes, keys);
  const held = keysHeld(volumes, keys, ranked);
  const sum = (of: (key: number) => boolean): number =>
    information.reduce((all, value, key) => (of(key) ? all + value : all), 0);
  const whole = sum((key) => held.some((own) => own[key] === 1));
  const known = new Uint8Array(keys.length);
  const best = ranked[0]?.score ?? 0;
  return ranked.filter(({ score }, i) => {
    const own = held[i]!;
    const adds = sum((key) => own[key] === 1 && known[key] === 0);
    if (i >= ALWAYS && score < NEAR * best && adds < ADDS * whole) return false;
    for (let key = 0; key < known.length; key += 1) known[key]! |= own[key]!;
    return true;
  });
}

/** For each document, 1 for each key that it has. */
function keysHeld(
  volumes: readonly Volume[],
  keys: Uint32Array,
  ranked: readonly RankedDocument[],
): Uint8Array[] {
  const held = ranked.map(() => new Uint8Array(keys.length));
  const places = new Map(ranked.map(({ document }, i) => [document, held[i]!]));
  for (const volume of volumes) {
    const own = volume.documents.map((document) => places.get(document));
    if (own.every((place) => place === undefined)) continue;
    const blocks = new Uint32Array(volume.blockCount);
    for (let key = 0; key < keys.length; key += 1) {
      const count = volume.blocksOf(keys[key]!, blocks);
      for (let k = 0; k < count; k += 1) {
        const place = own[volume.documentOf[blocks[k]!]!];
        if (place !== undefined) place[key] = 1;
      }
    }
  }
  return held;
}
