/** Document tree → sections, sentences, clauses, tokens. */
export { clauseEnds, sentenceEnds } from './sentences.js';
export { segment } from './units.js';
