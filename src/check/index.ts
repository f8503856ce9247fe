/** The gate on corpus edits: values in, findings out. Knows no file system, git or clock. */
export { carriedFingerprints } from './carried.js';
export { type Comparison, compareStates } from './compare.js';
export { rulesMarkdown } from './docs.js';

export { applyFixes } from './fix.js';
export { inspectDocument } from './inspect.js';
export {
  type CheckSettings,
  fingerprintsOf,
  judge,
  rawFindings,
} from './judge.js';
export { linePlace } from './place.js';
export { DOCUMENT_RULES, RULES } from './registry.js';
export { pairFacts, pairName, sameLinks, snapshotOf } from './snapshot.js';
export { themeUse } from './theme-use.js';
export type {
  AboutFinding,
  CorpusState,
  DocumentFacts,
  Knowledge,
  PairFacts,
  RawFinding,
  Snapshot,
  ThemeInput,
  ThemeUse,
  YardstickFile,
  YardstickPrint,
} from './types.js';
export {
  acceptedParts,
  lockFindings,
  type MovedPart,
  movedParts,
  yardstickFindings,
} from './yardstick.js';
