/** The part of segmentit 2.0.3 we use; the package has no types of its own. */
declare module 'segmentit' {
  export interface Word {
    readonly w: string;
  }
  /** A word of the dictionary (`w`), where it stands (`c`) and its frequency (`f`). */
  export interface Match extends Word {
    readonly c: number;
    readonly f: number;
  }
  interface Segmenter {
    use(modules: readonly unknown[]): Segmenter;
    loadDict(dictionary: string): Segmenter;
    /** What its rules know of a word: its parts of speech (`p`), a bit each, and its frequency (`f`). */
    getDict(type: 'TABLE'): Record<string, { readonly p: number; readonly f: number }>;
    doSegment(text: string): readonly Word[];
  }
  class Tokenizer {
    /** Cuts `text` from `from` on, after the word `before`. */
    matchWord(text: string, from: number, before: Word): readonly Match[];
    /** Of words that may stand in `text`, in its order, those that it is most likely made of. */
    filterWord(words: Match[], before: Word, text: string): readonly Match[];
  }
  const segmentit: {
    readonly Segment: new () => Segmenter;
    readonly dicts: readonly string[];
    readonly DictTokenizer: typeof Tokenizer;
    readonly DictOptimizer: unknown;
  };
  export default segmentit;
}
