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

/** What two texts share in spite of their wording. */
export type SharedKind = 'wording' | 'number' | 'concept';

/** `[startUp, endUp)` of the upper text and `[startDown, endDown)` of the lower one say the same. */
export interface Shared {
  readonly startUp: number;
  readonly endUp: number;
  readonly startDown: number;
  readonly endDown: number;
  readonly kind: SharedKind;
}
