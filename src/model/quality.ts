/** What makes a text doubtful as a base for figures, or its head. */
export const DOUBTS = [
  'lost-text',
  'open-paragraphs',
  'damaged-lines',
  'no-title',
  'weak-title',
  'weak-level',
] as const;
export type Doubt = (typeof DOUBTS)[number];

/** How far a document's text and head can be trusted: what figures rest on. */
export interface TextQuality {
  /** Share of the paragraphs of running text that end without 。！？；： */
  readonly open: number;
  /** Share of the lines that stand alone as scraps of one or two characters, or hold characters nobody can read. */
  readonly damaged: number;
  /** What is doubtful, in the order of `DOUBTS`; empty where nothing is. */
  readonly doubts: readonly Doubt[];
}
