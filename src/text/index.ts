/** Stateless helpers shared by the stages. */
export * from './display-width.js';
export * from './errors.js';
export * from './han.js';
export * from './harmless.js';
export * from './ink.js';
export * from './item-at.js';
export * from './lines.js';
export * from './mapped-text.js';
export * from './nearest.js';
export * from './numerals.js';
export * from './numerals-find.js';
export * from './pad.js';
export * from './radicals.js';
export * from './truncate.js';
export * from './user-error.js';
export * from './wrap.js';
export * from './wrap-whole.js';
