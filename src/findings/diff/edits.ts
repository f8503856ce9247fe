import { diffArrays } from 'diff';
import { itemAt } from '../../text/index.js';

/** Half-open range of token indexes. */
export interface TokenRange {
  readonly start: number;
  readonly end: number;
}

/** A stretch of upstream tokens that became a stretch of downstream tokens; one may be empty. */
export interface Edit {
  readonly up: TokenRange;
  readonly down: TokenRange;
}

/** A token to compare: `key` is its text with swaps and quotes taken out. */
export interface Keyed {
  readonly key: string;
  readonly text: string;
}

const WEAK = new Set(
  (
    '的 地 得 了 和 与 及 以及 或 并 且 等 在 以 为 于 之 其 把 将 对 从 向 由 被 所 而 也 都 还 更 ' +
    '、 ， 。 ； ： ！ ？ “ ” ‘ ’ （ ） ( ) , . ; : — —— …'
  )
    .split(' ')
    .concat(' ', '\u3000'),
);
const CLAUSE_END = '，；：。！？';
const BOUNDARY = `${CLAUSE_END}、`;

/**
 * Edits beyond this length of edit script: two long texts that share next to nothing, shown as one
 * change. Bounds the cost at about a second; sentences of one document pair stay below 600.
 */
const LONGEST_SCRIPT = 5000;

/** Content characters up to which an island of equality between two replacements is an accident. */
const TINY_ISLAND = 1;

/** Punctuation and words without content of their own: they match anywhere, so they prove nothing. */
function isWeak(text: string): boolean {
  return WEAK.has(text);
}

/** The token ends a clause: ，；：。 */
export function endsClause(text: string): boolean {
  return CLAUSE_END.includes(text);
}

/**
 * Differences between two token sequences, cleaned up for a human reader.
 *
 * Content words are matched first, punctuation and function words only between them
 *   (`A的B` → `C的D` is one change, not two around 的); then accidental islands are swallowed and
 *   insertions slid to the borders of clauses and list members.
 */
export function editsBetween(up: readonly Keyed[], down: readonly Keyed[]): Edit[] {
  const anchors = matchContent(up, down);
  const pairs = matchBetween(up, down, anchors);
  const edits = swallowIslands(editsOf(pairs, up.length, down.length), up);
  const slid: Edit[] = [];
  for (const [index, edit] of edits.entries()) {
    slid.push(slide(edit, up, down, { before: slid.at(-1), after: edits[index + 1] }));
  }
  return slid;
}

type Pair = readonly [up: number, down: number];

function matchContent(up: readonly Keyed[], down: readonly Keyed[]): Pair[] {
  const upContent = contentIndexes(up);
  const downContent = contentIndexes(down);
  return matches(
    upContent.map((index) => itemAt(up, index).key),
    downContent.map((index) => itemAt(down, index).key),
  ).map(([u, d]) => [itemAt(upContent, u), itemAt(downContent, d)]);
}

function contentIndexes(tokens: readonly Keyed[]): number[] {
  return [...tokens.keys()].filter((index) => !isWeak(itemAt(tokens, index).text));
}

function matchBetween(
  up: readonly Keyed[],
  down: readonly Keyed[],
  anchors: readonly Pair[],
): Pair[] {
  const all: Pair[] = [];
  let [u, d] = [0, 0];
  for (const [anchorUp, anchorDown] of [...anchors, [up.length, down.length] as const]) {
    const gapUp = up.slice(u, anchorUp).map((token) => token.key);
    const gapDown = down.slice(d, anchorDown).map((token) => token.key);
    for (const [i, j] of matches(gapUp, gapDown)) all.push([u + i, d + j]);
    if (anchorUp < up.length || anchorDown < down.length) all.push([anchorUp, anchorDown]);
    [u, d] = [anchorUp + 1, anchorDown + 1];
  }
  return all;
}

/** A longest common subsequence as index pairs; no pairs where the texts are too far apart. */
function matches(up: readonly string[], down: readonly string[]): Pair[] {
  if (up.length === 0 || down.length === 0) return [];
  const parts = diffArrays([...up], [...down], { maxEditLength: LONGEST_SCRIPT });
  const pairs: Pair[] = [];
  let [u, d] = [0, 0];
  for (const part of parts ?? []) {
    if (part.removed) u += part.value.length;
    else if (part.added) d += part.value.length;
    else for (let k = part.value.length; k > 0; k -= 1) pairs.push([u++, d++]);
  }
  return pairs;
}

function editsOf(pairs: readonly Pair[], upLength: number, downLength: number): Edit[] {
  const edits: Edit[] = [];
  let [u, d] = [0, 0];
  for (const [nextUp, nextDown] of [...pairs, [upLength, downLength] as const]) {
    if (nextUp > u || nextDown > d) {
      edits.push({ up: { start: u, end: nextUp }, down: { start: d, end: nextDown } });
    }
    [u, d] = [nextUp + 1, nextDown + 1];
  }
  return edits;
}

function swallowIslands(edits: readonly Edit[], up: readonly Keyed[]): Edit[] {
  const merged: Edit[] = [];
  for (const edit of edits) {
    const last = merged.at(-1);
    if (last && isAccident(up.slice(last.up.end, edit.up.start), last, edit)) {
      merged[merged.length - 1] = {
        up: { start: last.up.start, end: edit.up.end },
        down: { start: last.down.start, end: edit.down.end },
      };
    } else merged.push(edit);
  }
  return merged;
}

/** Between two replacements (not between two plain insertions) a 的 or a lone character is chance. */
function isAccident(island: readonly Keyed[], left: Edit, right: Edit): boolean {
  if (island.length === 0) return true;
  if (island.some((token) => endsClause(token.text))) return false;
  const replacing = (edit: Edit) => lengthOf(edit.up) > 0 && lengthOf(edit.down) > 0;
  if (!replacing(left) || !replacing(right)) return false;
  const content = island.filter((token) => !isWeak(token.text)).map((token) => token.text);
  return content.join('').length <= TINY_ISLAND;
}

/**
 * Moves an insertion or deletion along equal tokens to where a reader would put it; never into the
 * edit before or after.
 */
function slide(
  edit: Edit,
  up: readonly Keyed[],
  down: readonly Keyed[],
  { before, after }: { readonly before: Edit | undefined; readonly after: Edit | undefined },
): Edit {
  const inserted = lengthOf(edit.up) === 0;
  if (!inserted && lengthOf(edit.down) > 0) return edit;
  const [tokens, range] = inserted ? [down, edit.down] : [up, edit.up];
  const [others, gap] = inserted ? [up, edit.up.start] : [down, edit.down.start];
  const lowest = (before && (inserted ? before.down.end : before.up.end)) ?? 0;
  const highest = (after && (inserted ? after.down.start : after.up.start)) ?? tokens.length;
  const by = bestShift(range, tokens, { lowest, highest }, (step) => others[gap + step]?.text);
  return { up: moved(edit.up, by), down: moved(edit.down, by) };
}

/**
 * @param passed text of the token on the other side that the gap there passes when it moves:
 * -1 the one before it, 0 the one after it, and so on
 */
function bestShift(
  range: TokenRange,
  tokens: readonly Keyed[],
  limits: { readonly lowest: number; readonly highest: number },
  passed: (step: number) => string | undefined,
): number {
  const text = (index: number) => tokens[index]?.text;
  let best = 0;
  let bestScore = borderScore(range, text);
  const consider = (shift: number) => {
    const score = borderScore(moved(range, shift), text);
    if (score > bestScore) [best, bestScore] = [shift, score];
  };
  for (let by = -1; range.start + by >= limits.lowest; by -= 1) {
    const entering = text(range.start + by);
    if (entering !== text(range.end + by) || entering !== passed(by)) break;
    consider(by);
  }
  for (let by = 1; range.end + by <= limits.highest; by += 1) {
    const entering = text(range.end + by - 1);
    if (entering !== text(range.start + by - 1) || entering !== passed(by - 1)) break;
    consider(by);
  }
  return best;
}

/** 3: a whole clause or list member with the punctuation after it; 2: with that before it. */
function borderScore(range: TokenRange, text: (index: number) => string | undefined): number {
  const isBorder = (token: string | undefined) => token === undefined || BOUNDARY.includes(token);
  if (isBorder(text(range.start - 1)) && isBorder(text(range.end - 1))) return 3;
  if (isBorder(text(range.start)) && isBorder(text(range.end))) return 2;
  return isBorder(text(range.start - 1)) || isBorder(text(range.end)) ? 1 : 0;
}

function moved(range: TokenRange, by: number): TokenRange {
  return { start: range.start + by, end: range.end + by };
}

export function lengthOf(range: TokenRange): number {
  return range.end - range.start;
}
