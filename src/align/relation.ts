import type { SentenceRelation } from '../model/index.js';
import { itemAt } from '../text/index.js';
import { type Component, fillRow, speaksEitherWay } from './component.js';
import { type LogisticModel, logit, sigmoid } from './logistic.js';
import { CLAUSE_GAP, GAP } from './neutralise.js';

/** What the components ask of two linked sentences: content texts, and the blocks both hold. */
interface RelationContext {
  readonly up: number;
  readonly down: number;
  /** Characters of all blocks, how many blocks, and the longest. */
  readonly kept: number;
  readonly blocks: number;
  readonly longest: number;
}

const shorterOf = ({ up, down }: RelationContext): number => Math.max(1, Math.min(up, down));

/** What decides a relation, measured on the neutral texts without gaps. */
export const RELATION_COMPONENTS: readonly Component<RelationContext>[] = [
  speaksEitherWay('kept-downstream', ({ kept, down }) => kept / Math.max(1, down)),
  speaksEitherWay('kept-upstream', ({ kept, up }) => kept / Math.max(1, up)),
  speaksEitherWay('blocks', ({ blocks, kept }) => blocks / (1 + kept / 4)),
  speaksEitherWay('longest-share', (c) => c.longest / shorterOf(c)),
  speaksEitherWay('length-ratio', (c) => shorterOf(c) / Math.max(1, c.up, c.down)),
  speaksEitherWay('shorter-length', (c) => Math.log1p(shorterOf(c))),
];

export interface RelationModels {
  /** Against the other two. */
  readonly verbatim: LogisticModel;
  /** Against adapted, where it is not verbatim. */
  readonly paraphrased: LogisticModel;
}

/** A stretch of text both sides hold, in the neutral texts without gaps. */
export interface SharedBlock {
  readonly up: number;
  readonly down: number;
  readonly length: number;
}

/** Content characters only. */
export function contentText(neutral: string): string {
  return neutral.replaceAll(GAP, '').replaceAll(CLAUSE_GAP, '');
}

/** Blocks shorter than this are chance: single characters of Chinese meet everywhere. */
const MIN_BLOCK = 2;

/**
 * Align two texts by their longest common substrings, outermost first, crossing blocks left out.
 *
 * *Source* Ratcliff & Obershelp 1988. *Cost* pairs of places with the same two characters × blocks; |a| × |b| × blocks at worst.
 */
export function sharedBlocks(a: string, b: string): SharedBlock[] {
  const blocks: SharedBlock[] = [];
  if (a === b) return a === '' ? [] : [{ up: 0, down: 0, length: a.length }];
  const text = indexText(b);
  const stack: [number, number, number, number][] = [[0, a.length, 0, b.length]];
  for (let range = stack.pop(); range !== undefined; range = stack.pop()) {
    const block = longestBlock(a, text, range);
    if (block === undefined) continue;
    blocks.push(block);
    stack.push([range[0], block.up, range[2], block.down]);
    stack.push([block.up + block.length, range[1], block.down + block.length, range[3]]);
  }
  return blocks.sort((x, y) => x.up - y.up);
}

interface IndexedText {
  readonly text: string;
  /** Where a character stands first, and for each place where its character stands next (−1: nowhere). */
  readonly first: ReadonlyMap<number, number>;
  readonly next: Int32Array;
}

function indexText(text: string): IndexedText {
  const first = new Map<number, number>();
  const next = new Int32Array(text.length);
  for (let at = text.length - 1; at >= 0; at -= 1) {
    const unit = text.charCodeAt(at);
    next[at] = first.get(unit) ?? -1;
    first.set(unit, at);
  }
  return { text, first, next };
}

/** Of blocks of one length the first upstream, then downstream. */
function longestBlock(
  a: string,
  { text: b, first, next }: IndexedText,
  [startA, endA, startB, endB]: [number, number, number, number],
): SharedBlock | undefined {
  let up = -1;
  let down = -1;
  let longest = MIN_BLOCK - 1;
  if (endB - startB < MIN_BLOCK) return undefined;
  for (let i = startA; i + longest < endA; i += 1) {
    for (
      let j = first.get(a.charCodeAt(i)) ?? -1;
      j >= 0 && j + longest < endB;
      j = itemAt(next, j)
    ) {
      // A longer block holds, at the length of the best so far, the same character on both sides.
      if (j < startB || a.charCodeAt(i + longest) !== b.charCodeAt(j + longest)) continue;
      const most = Math.min(endA - i, endB - j);
      let length = 1;
      while (length < most && a.charCodeAt(i + length) === b.charCodeAt(j + length)) length += 1;
      if (length <= longest) continue;
      up = i;
      down = j;
      longest = length;
      if (i + longest >= endA) break;
    }
  }
  return up < 0 ? undefined : { up, down, length: longest };
}

/** Measure a linked pair for its relation. *In* content texts. *Out* in the order of `RELATION_COMPONENTS`. */
export function measureRelation(
  up: string,
  down: string,
  blocks: readonly SharedBlock[] = sharedBlocks(up, down),
): Float64Array {
  const context: RelationContext = {
    up: up.length,
    down: down.length,
    kept: blocks.reduce((sum, block) => sum + block.length, 0),
    blocks: blocks.length,
    longest: blocks.reduce((most, block) => Math.max(most, block.length), 0),
  };
  const row = new Float64Array(RELATION_COMPONENTS.length);
  fillRow(RELATION_COMPONENTS, context, row, 0);
  return row;
}

/** Decide a relation. Texts that agree in every content character are verbatim without asking the model; with another figure none is. */
export function relationOf(
  models: RelationModels,
  up: string,
  down: string,
  blocks: readonly SharedBlock[] = sharedBlocks(up, down),
): SentenceRelation {
  if (up === down) return 'verbatim';
  const row = measureRelation(up, down, blocks);
  if (sigmoid(logit(models.verbatim, row)) >= 0.5)
    return figuresOf(up) === figuresOf(down) ? 'verbatim' : 'adapted';
  return sigmoid(logit(models.paraphrased, row)) >= 0.5 ? 'paraphrased' : 'adapted';
}

/** The figures of a text, in order: 50 万元 is not 500 万元. */
function figuresOf(text: string): string {
  return (text.match(/\d+/g) ?? []).join(' ');
}
