/** The vocabulary of duibiao. Everything here is plain data; this folder imports nothing. */
export * from './alignment.js';
export * from './analysis.js';
export * from './check.js';
export * from './comparison.js';
export * from './diagnostic.js';
export * from './document.js';
export * from './lexicon.js';
export * from './outline.js';
export * from './report.js';
export * from './source.js';
export * from './span.js';
export * from './theme.js';
export * from './units.js';
