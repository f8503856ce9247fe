import type { Swap } from '../../model/index.js';
import { escapePattern, valueAt } from '../../text/index.js';

/** Takes swaps out of a text: two texts that differ by swaps only become the same string. */
export type Neutraliser = (text: string) => string;

/** Level words that end a compound: 强国 强省 强市, 全国 全省 全市. */
const LEVEL_END = /^(.*)[国省市县]$|^(全|我|本|各|该)[区州]$/u;
/** 城市, 超市 … are no level words, so that 城市→城区 or 城市→城镇 stay changes. */
const NOT_A_LEVEL = /^(?:.*(?:城|超|门|股|上|开|夜|早|菜|房|节|反|内|外|爱|祖|出|归|各)[市省国])$/u;

/** Stand-ins from the private use area: no text of a document holds them. */
const FIRST_SLOT = 0xe100;
const LEVEL_SLOT = '\ue000';

/**
 * Makes the neutraliser of a pair from its swaps, listed and learned.
 *
 * Words joined by swaps (全国–全省–全市) share one slot. A word of one character counts only as a
 * whole token; level words count at the end of any token: 科教兴省 and 科教兴市 are the same.
 */
export function makeNeutraliser(swaps: readonly Swap[]): Neutraliser {
  const slots = slotsOf(swaps);
  const long = [...slots.keys()].filter((word) => word.length > 1).sort(longestFirst);
  const pattern = long.length > 0 ? new RegExp(long.map(escapePattern).join('|'), 'gu') : undefined;
  return (text) => {
    const whole = slots.get(text);
    if (whole !== undefined) return whole;
    const replaced = pattern ? text.replace(pattern, (word) => valueAt(slots, word)) : text;
    if (NOT_A_LEVEL.test(replaced)) return replaced;
    const level = LEVEL_END.exec(replaced);
    return level ? `${level[1] ?? level[2]}${LEVEL_SLOT}` : replaced;
  };
}

function slotsOf(swaps: readonly Swap[]): Map<string, string> {
  const slots = new Map<string, string>();
  let next = FIRST_SLOT;
  for (const { upstream, downstream } of swaps) {
    if (upstream === '' || downstream === '') continue;
    const known = slots.get(upstream);
    const other = slots.get(downstream);
    const slot = known ?? other ?? String.fromCharCode(next++);
    if (known !== undefined && other !== undefined && known !== other) {
      for (const [word, its] of slots) if (its === other) slots.set(word, known);
    }
    slots.set(upstream, slot).set(downstream, slot);
  }
  return slots;
}

function longestFirst(a: string, b: string): number {
  return b.length - a.length || (a < b ? -1 : 1);
}

/** What is left of a wording when quotation marks and commas are not looked at. */
export function withoutMarks(text: string): string {
  return text.replace(/[“”‘’"'「」『』，、,\s\u3000]/gu, '');
}
