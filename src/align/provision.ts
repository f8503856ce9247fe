import type { Neutral } from './neutralise.js';

/**
 * What kind of provision a sentence makes, as far as it can be told from its wording: a liability article repeats the words of
 * the duty it sanctions, and a ban those of the permission.
 */
export interface Provision {
  /** Says what follows from a breach: a fine, an order to mend, a liability. */
  readonly penal: boolean;
  /** Forbids. */
  readonly ban: boolean;
}

const PENAL =
  /责令|处[^，。；]{0,24}罚款|罚款|给予(?:警告|处分|行政处分|治安管理处罚|处罚)|追究[^，。；]{0,6}责任|没收|吊销|承担(?:民事|法律|赔偿|行政|刑事|相应)[^，。；]{0,4}责任/u;
/** The first word of duty, leave or ban decides. */
const MODAL = /应当|必须|负责|可以|有权|鼓励|支持|(?<ban>不得|禁止|严禁)/u;

export function provisionOf(text: string, neutral: Neutral): Provision {
  return {
    penal: PENAL.test(text),
    ban: MODAL.exec(neutral.text)?.groups?.ban !== undefined,
  };
}
