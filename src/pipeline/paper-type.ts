import type { PreparedPaper } from '../align/index.js';
import type { Side } from '../model/index.js';

/** A side as it is shown, and as it is compared. */
export interface Paper {
  readonly side: Side;
  readonly prepared: PreparedPaper;
}
