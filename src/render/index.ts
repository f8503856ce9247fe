/** Values of `model` → text. No renderer derives facts. */

export type { EvaluationView, EvalView } from './eval-view.js';
export type { ExplainedPair, ExplainView } from './explain-view.js';
export { FIGURES, type Figure } from './figure/index.js';
export * from './github/index.js';
export * from './json/index.js';
export * from './junit/index.js';
export {
  REPORT_RENDERERS,
  type ReportRenderer,
  type ReportRequest,
  reportRenderer,
} from './registry.js';
export * from './sarif/index.js';
export * from './table/index.js';
export * from './terminal/index.js';
export type { TraceDifference, TraceView } from './trace-view.js';
