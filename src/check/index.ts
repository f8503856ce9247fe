/** The gate on corpus edits: values in, findings out. Knows no file system, git or clock. */
export { compareStates } from './compare.js';
export { rulesMarkdown } from './docs.js';
export { fingerprint } from './fingerprint.js';
export { applyFixes } from './fix.js';
export { inspectDocument } from './inspect.js';
export {
  type CheckSettings,
  fingerprintsOf,
  type Ignore,
  judge,
  messageOf,
  rawFindings,
} from './judge.js';
export { linePlace } from './place.js';
export { CORPUS_RULES, DOCUMENT_RULES, RULES, ruleOf } from './registry.js';
export { pairFacts, pairName, sameLinks, snapshotOf } from './snapshot.js';
export { themeUse } from './theme-use.js';
export type {
  CorpusState,
  DocumentFacts,
  Knowledge,
  PairFacts,
  RawFinding,
  Rule,
  Snapshot,
  ThemeInput,
  ThemeUse,
} from './types.js';
