/** Two sides a person goes through: read and prepared once, judged anew after each batch of decisions. */
import { prepareSides, type Review, reviewPrepared } from '../../align/index.js';
import type { Decision, Side } from '../../model/index.js';
import { optionsFor } from '../align.js';
import { inSimplified } from '../traditional.js';
import type { Workspace } from '../workspace.js';

export interface ReviewSession {
  readonly upstream: Side;
  readonly downstream: Side;
  /** Links and questions in the light of these decisions, and of no others. *Cost*: a second or less. */
  readonly judge: (decisions: readonly Decision[]) => Review;
}

/** *Errors*: `semantics/…`. */
export async function openReview(
  ws: Workspace,
  upstream: Side,
  downstream: Side,
): Promise<ReviewSession> {
  const [up, down] = [await inSimplified(upstream), await inSimplified(downstream)];
  const options = await optionsFor(ws, up, down);
  ws.working({ kind: 'align', upstream: upstream.name, downstream: downstream.name });
  const pair = prepareSides(up, down, options);
  return {
    upstream,
    downstream,
    judge: (decisions) => {
      const { alignment, questions } = reviewPrepared(up, down, pair, { ...options, decisions });
      return { alignment: { ...alignment, upstream, downstream }, questions };
    },
  };
}
