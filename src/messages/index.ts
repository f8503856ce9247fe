/** Everything said to people, in Chinese and English, by code. */
export * from './catalogue.js';
export * from './check.js';
export * from './cleanup.js';
export * from './cli/examples.js';
export * from './cli/index.js';
export * from './columns.js';
export * from './compare.js';
export * from './errors.js';
export * from './findings/index.js';
export * from './phrases.js';
export * from './reasons.js';
export * from './remarks.js';
export * from './report.js';
export * from './review.js';
export * from './review-page.js';
export * from './terms.js';
export * from './words.js';
