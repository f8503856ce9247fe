import type { Examples } from '../catalogue.js';
import { BODIES_EXAMPLES, BODIES_TEXTS } from './bodies.js';
import { BRIEF_EXAMPLES, BRIEF_TEXTS } from './brief.js';
import { COMMITMENT_EXAMPLES, COMMITMENT_TEXTS } from './commitment.js';
import { EVALUATION_EXAMPLES, EVALUATION_TEXTS } from './evaluation.js';
import { EXPLAIN_EXAMPLES, EXPLAIN_TEXTS } from './explain.js';
import { PHRASES_EXAMPLES, PHRASES_TEXTS } from './phrases.js';
import { STATS_EXAMPLES, STATS_TEXTS } from './stats.js';
import { TARGETS_EXAMPLES, TARGETS_TEXTS } from './targets.js';
import { TRACE_EXAMPLES, TRACE_TEXTS } from './trace.js';

export * from './bodies.js';
export * from './brief.js';
export * from './commitment.js';
export * from './components.js';
export * from './coverage.js';
export * from './diffusion.js';
export * from './evaluation.js';
export * from './explain.js';
export * from './line-breaks.js';
export * from './matrix.js';
export * from './own-fit.js';
export * from './phrases.js';
export * from './quality.js';
export * from './search.js';
export * from './stats.js';
export * from './targets.js';
export * from './theme-changes.js';
export * from './theme-trial.js';
export * from './trace.js';
export * from './tree.js';

/** What the commands of the analyses say of themselves. */
export const ANALYSIS_TEXTS = {
  ...BODIES_TEXTS,
  ...BRIEF_TEXTS,
  ...COMMITMENT_TEXTS,
  ...EVALUATION_TEXTS,
  ...EXPLAIN_TEXTS,
  ...PHRASES_TEXTS,
  ...STATS_TEXTS,
  ...TARGETS_TEXTS,
  ...TRACE_TEXTS,
};

/** Lines to try, by command. */
export const ANALYSIS_EXAMPLES: Examples = {
  ...BODIES_EXAMPLES,
  ...BRIEF_EXAMPLES,
  ...COMMITMENT_EXAMPLES,
  ...EVALUATION_EXAMPLES,
  ...EXPLAIN_EXAMPLES,
  ...PHRASES_EXAMPLES,
  ...STATS_EXAMPLES,
  ...TARGETS_EXAMPLES,
  ...TRACE_EXAMPLES,
};
