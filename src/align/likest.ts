import type { SentenceRelation } from '../model/index.js';
import type { Candidate } from './candidates.js';
import { linkRelation } from './link-relation.js';
import { measureWording, PAIR_COMPONENTS } from './measure.js';
import type { PreparedPaper } from './paper.js';
import type { FittedLinks } from './parameters-type.js';
import { pairPapers } from './prepare.js';

/** A sentence of a paper that says what a passage says. */
interface LikeSentence {
  readonly unit: string;
  /** 0..1: how much of the passage it holds, in its words and in others. */
  readonly likeness: number;
  readonly relation: SentenceRelation;
}

const HELD = PAIR_COMPONENTS.findIndex(({ name }) => name === 'held-downstream');
/** Half is how like the two are, half how much of the passage the sentence holds, however long it is. */
const HELD_SHARE = 0.5;

/**
 * Sentences of a paper by how much they say of a passage, whatever else stands in the paper: nothing is decided, and no sentence
 * needs a rival. The same wording is measured as between linked sentences.
 *
 * *Out* at most `most`, the likest first, none below `least`. *Cost* sentences of the paper × of the passage.
 */
export function likestSentences(
  paper: PreparedPaper,
  passage: PreparedPaper,
  { relation }: Pick<FittedLinks, 'relation'>,
  { most, least }: { readonly most: number; readonly least: number },
): LikeSentence[] {
  const pair = pairPapers(paper, passage);
  const candidates: Candidate[] = pair.downstream.sentences.flatMap((down) =>
    pair.upstream.sentences
      .filter(({ grams }) => grams.length > 0)
      .map((up) => ({ up: up.index, down: down.index, cosine: 0 })),
  );
  const { likeness, components } = measureWording(pair, candidates);
  const scored = candidates.map(({ up, down }, i) => {
    const held = components[i * PAIR_COMPONENTS.length + HELD] ?? 0;
    return { up, down, value: (1 - HELD_SHARE) * (likeness[i] ?? 0) + HELD_SHARE * held };
  });
  return scored
    .filter(({ value }) => value >= least)
    .sort((a, b) => b.value - a.value || a.up - b.up || a.down - b.down)
    .slice(0, most)
    .flatMap(({ up, down, value }) => {
      const [above, below] = [pair.upstream.sentences[up], pair.downstream.sentences[down]];
      if (above === undefined || below === undefined) return [];
      const judged = linkRelation(relation, above, below, { swaps: [] });
      return [{ unit: above.unit.id, likeness: Math.min(1, value), relation: judged.relation }];
    });
}
