/** Texts → an index of what they share, and back: which papers of a corpus a text has most in common with. */
export { keysShared, type PapersOfIndex } from './alike.js';
export { blocksOf } from './blocks.js';
export { distinctKeys, type FindConcepts, keysOf } from './keys.js';
export { rankDocuments, rankPassages } from './rank.js';
export {
  type IndexedDocument,
  openVolume,
  type Volume,
  VolumeBuilder,
  type VolumeParts,
} from './volume.js';
export { creditedByWording } from './wording.js';
