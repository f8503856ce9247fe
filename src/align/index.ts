/** Units → themes, section links, sentence links with relations, swaps and scores that are probabilities. */
export { align, alignPapers, alignPrepared } from './align.js';
export { parseBackground } from './background.js';
export { type Concepts, conceptsOf, parseConcepts, placedConcepts } from './concepts.js';
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
export { likestSentences } from './likest.js';
export type { AlignOptions } from './options.js';
export { ownLessons } from './own-fit/lessons.js';
export { type OwnFit, ownComponents } from './own-fit/model.js';
export { LEAST_DECIDED, type OwnRefusal, type OwnVerdict, weighOwnFit } from './own-fit/weigh.js';
export type { OwnVectors } from './own-model.js';
export { type PreparedPaper, paperBytes, paperFromBytes } from './paper.js';
export { type Review, reviewPrepared } from './questions.js';
export { lettersIn, readingMinutes, spokenOf } from './reading.js';
export { prepareSides } from './score.js';
export * from './themes/index.js';
