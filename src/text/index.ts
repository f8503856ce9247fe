/** Stateless helpers shared by the stages. */
export * from './errors.js';
export * from './han.js';
export * from './lines.js';
export * from './mapped-text.js';
export * from './radicals.js';
export * from './user-error.js';
