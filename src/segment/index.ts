/** Document tree → sections, sentences, clauses, tokens. */

export { sentenceEnds } from './sentences.js';
export {
  createTokenizer,
  type HanCutter,
  makeTokenizer,
  parseWordList,
} from './tokens.js';
export { segment } from './units.js';
