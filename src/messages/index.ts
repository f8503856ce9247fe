/** Everything said to people, in Chinese and English, by code. */
export * from './catalogue.js';
export * from './errors.js';
export * from './phrases.js';
export * from './reasons.js';
export * from './remarks.js';
