/** Document tree → sections, sentences, clauses, tokens. */
export { clauseEnds, sentenceEnds } from './sentences.js';
export {
  createTokenizer,
  type HanCutter,
  makeTokenizer,
  parseWordList,
  type Tokenizer,
} from './tokens.js';
export { segment } from './units.js';
