import { rounded } from '../../text/index.js';
import type { OwnFitJson } from './schema.js';
import type { HeldOutView, OwnFitView } from './view.js';

export function ownFitJson(view: OwnFitView): OwnFitJson {
  const { decided, unknown, stale, twice, papers, heldOut, ...rest } = view;
  const held = ({ right, f1, surprise }: HeldOutView) => ({
    right,
    f1: rounded(f1),
    surprise: rounded(surprise),
  });
  return {
    schema: 'duibiao.own-fit/1',
    ...rest,
    decisions: { ...decided, unknown, stale, twice },
    papers: papers.map((own) => ({ ...own })),
    heldOut: { by: heldOut.by, before: held(heldOut.before), after: held(heldOut.after) },
  };
}
