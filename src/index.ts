/**
 * duibiao as a library: the same pipeline as the command line, as typed functions.
 *
 * @example
 * const ws = openWorkspace(process.cwd());
 * const alignment = await alignPair(ws, await readSide(ws, 'hubei'), await readSide(ws, 'wuhan'));
 */
export {
  align,
  type Concepts,
  type Engine,
  labelThemes,
  parseBackground,
  parseConcepts,
} from './align/index.js';
export {
  alignmentJson,
  compareSides,
  coverage,
  coverageJson,
  outlineSides,
  sectionMatrix,
  themesJson,
  treeJson,
} from './findings/index.js';
export { type IngestOptions, readBytes, readSource } from './ingest/index.js';
export * from './model/index.js';
export { createRegionIndex, type ParseOptions, parse } from './parse/index.js';
export * from './pipeline/products.js';
export { REPORT_RENDERERS, type ReportRenderer, reportRenderer } from './render/report/index.js';
export { segment } from './segment/index.js';
export { describeError, UserError } from './text/index.js';
