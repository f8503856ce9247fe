export { type SpanJson, spanPrinter } from './spans.js';
export { jsonText } from './text.js';
export { type TreeJsonV1, treeJson } from './tree.js';
