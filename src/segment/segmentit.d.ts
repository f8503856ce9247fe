/** The part of segmentit 2.0.3 we use; the package has no types of its own. */
declare module 'segmentit' {
  interface Word {
    readonly w: string;
  }
  export interface Segmenter {
    use(modules: unknown): Segmenter;
    loadDict(dictionary: string | readonly string[]): Segmenter;
    /** `TABLE2`: words by their length. */
    getDict(type: 'TABLE2'): Readonly<Record<number, Readonly<Record<string, unknown>>>>;
    doSegment(text: string): readonly Word[];
  }
  const segmentit: {
    readonly Segment: new () => Segmenter;
    readonly dicts: readonly string[];
    readonly DictTokenizer: unknown;
    readonly DictOptimizer: unknown;
  };
  export default segmentit;
}
