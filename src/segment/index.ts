/** Document tree → sections, sentences, clauses, tokens. */

export type { HanCutter } from './han-cutter.js';
export { sentenceEnds } from './sentences.js';
export {
  createTokenizer,
  makeTokenizer,
  parseWordList,
} from './tokens.js';
export { segment } from './units.js';
