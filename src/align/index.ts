/** Units → themes, section links, sentence links with relations, swaps and scores that are probabilities. */
export { align, alignPrepared } from './align.js';
export { parseBackground } from './background.js';
export { type Concepts, parseConcepts, placedConcepts } from './concepts.js';
export {
  type Engine,
  type EngineFiles,
  type EngineManifest,
  engineManifest,
  parseEngine,
  parseManifest,
} from './engine.js';
export { type Explanation, explainPair } from './explain.js';
export * from './fitting.js';
export type { AlignOptions } from './options.js';
export type { OwnVectors } from './own-model.js';
export { type Review, reviewPrepared } from './questions.js';
export { prepareSides } from './score.js';
export * from './themes/index.js';
