import type { LearnedSwap, Swap } from '../model/index.js';
import { itemAt } from '../text/index.js';
import { LEVEL_SLOT, type Neutral, PLACE_SLOT } from './neutralise.js';
import { type SharedBlock, sharedBlocks } from './relation.js';

/** Exchanged stretches longer than this are rewording, not a swap of place or level. */
const MAX_LEARNED = 4;
/** Seen in fewer links an exchange is rewording. */
const MIN_SEEN = 3;

const isSlot = (unit: string | undefined): boolean => unit === PLACE_SLOT || unit === LEVEL_SLOT;

/** Swaps between two linked sentences: slots that stand for each other and read differently. */
export function swapsBetween(up: Neutral, upText: string, down: Neutral, downText: string): Swap[] {
  const swaps: Swap[] = [];
  if (!hasSlot(up.text) || !hasSlot(down.text)) return swaps;
  for (const block of sharedBlocks(up.text, down.text)) {
    for (let i = 0; i < block.length; i += 1) {
      if (!isSlot(up.text[block.up + i])) continue;
      const swap = {
        upstream: slotText(up, upText, block.up + i),
        downstream: slotText(down, downText, block.down + i),
      };
      const known = swaps.some(
        (s) => s.upstream === swap.upstream && s.downstream === swap.downstream,
      );
      if (swap.upstream !== swap.downstream && !known) swaps.push(swap);
    }
  }
  return swaps;
}

function hasSlot(text: string): boolean {
  return text.includes(PLACE_SLOT) || text.includes(LEVEL_SLOT);
}

/** What a slot stood for; a bare level word takes its company along (省委, 强省). */
function slotText(neutral: Neutral, text: string, at: number): string {
  const start = itemAt(neutral.origins, at);
  const end = itemAt(neutral.ends, at);
  if (end - start > 1) return text.slice(start, end);
  const before = text[start - 1] ?? '';
  if (/[强兴富]/u.test(before)) return text.slice(start - 1, end);
  return text.slice(start, end + 1);
}

/** Stretches exchanged between two texts with the same words left and right, as candidates for learned swaps. */
export function exchangesBetween(up: string, down: string, blocks: readonly SharedBlock[]): Swap[] {
  const out: Swap[] = [];
  for (let i = 1; i < blocks.length; i += 1) {
    const left = itemAt(blocks, i - 1);
    const right = itemAt(blocks, i);
    const upstream = up.slice(left.up + left.length, right.up);
    const downstream = down.slice(left.down + left.length, right.down);
    const short = (text: string): boolean =>
      text.length > 0 && text.length <= MAX_LEARNED && !isSlot(text[0]);
    if (short(upstream) && short(downstream)) out.push({ upstream, downstream });
  }
  return out;
}

/**
 * Count swaps over all links. Listed are those that the rules of `neutralise` or the lexicon know;
 * the others are learned: exchanges seen in at least `MIN_SEEN` links.
 */
export function countSwaps(
  listed: readonly Swap[],
  exchanges: readonly Swap[],
  lexicon: readonly Swap[],
): LearnedSwap[] {
  const inLexicon = new Set(lexicon.map(keyOf));
  const out: LearnedSwap[] = tally(listed).map((swap) => ({ ...swap, listed: true }));
  for (const swap of tally(exchanges)) {
    const isListed = inLexicon.has(keyOf(swap));
    if (isListed || swap.count >= MIN_SEEN) out.push({ ...swap, listed: isListed });
  }
  return out.sort(
    (a, b) =>
      b.count - a.count || compare(a.upstream, b.upstream) || compare(a.downstream, b.downstream),
  );
}

function tally(swaps: readonly Swap[]): (Swap & { readonly count: number })[] {
  const counts = new Map<string, { swap: Swap; count: number }>();
  for (const swap of swaps) {
    const entry = counts.get(keyOf(swap));
    if (entry === undefined) counts.set(keyOf(swap), { swap, count: 1 });
    else entry.count += 1;
  }
  return [...counts.values()].map(({ swap, count }) => ({ ...swap, count }));
}

function keyOf(swap: Swap): string {
  return `${swap.upstream}\u0000${swap.downstream}`;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
