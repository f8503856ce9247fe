/** Joins the pure stages: names and files in, values of `model` out. */
export { type ThemeDraft, writeWhole } from '../corpus/index.js';
export { addressMaker } from './addresses.js';
export { cachePlace, openRunCache } from './cache.js';
export { comparisonDrawn, type Drawing } from './compare.js';
export { dataFilesOf } from './data-files.js';
export { configurationText, isShipped } from './guard/index.js';
export { usualJobs } from './matrix/crew.js';
export { dropState, type MatrixStep } from './matrix/index.js';
export type { WorkerEvent } from './matrix/queue-worker.js';
export type { LevelChoice } from './pairing.js';
export { plainFolder } from './plain-folder.js';
export * from './products.js';
export { distinctDocuments, knownNames, type ReadOptions } from './read.js';
export { papersOf } from './review/papers.js';
export { selectThemes } from './select-themes.js';
export type { Work } from './workspace.js';
