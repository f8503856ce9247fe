import type { SentenceRelation } from './alignment.js';
import type { Level } from './document.js';

/**
 * One change between two token sequences: four numbers, no text, as in CodeMirror's merge.
 * `[startUp, endUp)` of the upstream sentence's text became `[startDown, endDown)` of the downstream one's.
 */
export interface Change {
  readonly startUp: number;
  readonly endUp: number;
  readonly startDown: number;
  readonly endDown: number;
  readonly kind: ChangeKind;
}

export type ChangeKind =
  | 'swap'
  | 'number'
  | 'commitment'
  | 'list-member'
  | 'set-phrase'
  | 'added'
  | 'dropped'
  | 'changed';

export interface CoverageSide {
  readonly units: number;
  readonly characters: number;
}

/** Coverage of one theme in one pair. */
export interface ThemeCoverage {
  readonly theme: string;
  readonly upstream: CoverageSide;
  readonly downstream: CoverageSide;
  readonly covered: Readonly<Record<SentenceRelation, number>>;
  readonly missing: number;
  readonly local: number;
  /** covered / upstream.units; absent when there are none. */
  readonly coverage?: number;
  readonly coverageByCharacters?: number;
}

export interface CoveragePair {
  readonly upstream: { readonly id: string; readonly level?: Level };
  readonly downstream: { readonly id: string; readonly level?: Level };
  readonly themes: readonly ThemeCoverage[];
}
