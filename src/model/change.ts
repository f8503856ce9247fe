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
