import type { ChangeKind } from '../../model/index.js';

/** Types of differences in the order of legends: what to look at first comes first. */
export const CHANGE_KINDS = [
  'number',
  'commitment',
  'list-member',
  'set-phrase',
  'changed',
  'added',
  'dropped',
  'swap',
] as const satisfies readonly ChangeKind[];
