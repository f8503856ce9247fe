import type { BodyPair } from '../../model/index.js';

/** Who is responsible in one pair of sides, with their names. */
export interface BodiesOfPair {
  readonly upstream: string;
  readonly downstream: string;
  readonly links: readonly BodyPair[];
}
