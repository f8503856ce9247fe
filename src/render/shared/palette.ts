import type { SentenceRelation } from '../../model/index.js';

export type Part = SentenceRelation | 'missing' | 'local';

/**
 * Colours of relations: apart for the colour-blind (after Okabe and Ito), of middle tone, so that they
 * are seen on white and on black. A sign or a word always stands beside them.
 */
export const PART_COLOURS: Readonly<Record<Part, string>> = {
  verbatim: '#2b6cb0',
  adapted: '#2a9d8f',
  paraphrased: '#d69e2e',
  missing: '#c0563f',
  local: '#8b6bb8',
};

/** Signs of relations, as in the terminal. */
export const PART_SIGNS: Readonly<Record<Part, string>> = {
  verbatim: '=',
  adapted: '~',
  paraphrased: '≈',
  missing: '-',
  local: '+',
};

/** Hues for chapters, used in turn; neighbours differ in tone as well. */
export const CHAPTER_COLOURS = [
  '#4c78a8',
  '#f58518',
  '#54a24b',
  '#b279a2',
  '#e45756',
  '#72b7b2',
  '#9d755d',
  '#bab0ac',
] as const;
