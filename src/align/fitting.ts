/** What training and fitting need of the engine's inside; not part of the library. */
export {
  type Background,
  EMPTY_BACKGROUND,
  quantiseCount,
  writeBackground,
} from './background.js';
export { wordingCandidates } from './candidates.js';
export { CLAUSE_COMPONENTS } from './clauses/components.js';
export { isIdle, saysPurpose } from './clauses/idle.js';
export { linksOf } from './clauses/index.js';
export { type ClauseModels, judgeClauses } from './clauses/judge.js';
export { type Direction, measureClauses } from './clauses/measure.js';
export { clauseSpans } from './clauses/spans.js';
export type { NamedComponent } from './component.js';
export {
  FIRST_COMPONENTS,
  type Measured,
  type MeasuredPair,
  measureCandidates,
  sectionCandidates,
  sectionTable,
} from './context.js';
export { COUNTERPART_COMPONENTS, type LikelySection, measureCounterparts } from './counterparts.js';
export { NGRAM_SLOTS, ngramSlot } from './hash.js';
export { type LogisticModel, logit, sigmoid } from './logistic.js';
export { type Mixture, mixtureLogit } from './mixture.js';
export type { FittedLinks, Parameters, Thresholds } from './parameters-type.js';
export { placeNamesOf } from './places.js';
export type { PreparedPair, PreparedSide } from './prepare.js';
export {
  contentText,
  measureRelation,
  RELATION_COMPONENTS,
  type RelationModels,
} from './relation.js';
export { scorePair } from './score.js';
export { measureSections, SECTION_COMPONENTS, type SectionPair } from './sections.js';
export { SECOND_COMPONENTS, surround, worthLook } from './surround.js';
export { thresholdHere } from './threshold.js';
export { type BoostedTrees, treeLogit } from './trees.js';
export { segmentWords } from './words.js';
