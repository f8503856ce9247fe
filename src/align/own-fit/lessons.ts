import type { Side } from '../../model/index.js';
import { itemAt } from '../../text/index.js';
import { hear } from '../heard.js';
import type { PaperOptions } from '../options.js';
import type { PreparedPaper } from '../paper.js';
import { pairPapers } from '../prepare.js';
import { scorePair } from '../score.js';
import { ownRow } from './model.js';

/** A pair of sentences as an own fit learns from it: as the engine sees it that has heard of no decision. */
export interface OwnLesson {
  /** Values of `ownComponents`. */
  readonly row: Float64Array;
  readonly logOdds: number;
  /** A part of the two papers: pairs of one part are learned from together, or held out together. */
  readonly part: string;
  /** A person's word; absent where nobody spoke. */
  readonly linked?: boolean;
}

/** What two papers teach. */
export interface PaperLessons {
  /** Equal for equal pairs of papers. */
  readonly papers: string;
  readonly lessons: readonly OwnLesson[];
  /** Probabilities of the pairs that no own fit moves: what the threshold of the papers follows from, too. */
  readonly fixed: readonly number[];
  /** Decided pairs of sentences that are among `fixed`, as the engine has them: no own fit changes them. */
  readonly beyond: readonly { readonly probability: number; readonly linked: boolean }[];
  /** The engine's fitted threshold. */
  readonly threshold: number;
  /** Decisions whose sentences are gone or stand elsewhere now. */
  readonly stale: number;
}

/**
 * Every pair of sentences of two papers that an own fit may move, with what people decided about it.
 *
 * The engine is not told what was decided: neither the decided pair nor its neighbours look as they will where a person has
 * spoken, for what is learned is meant for papers about which nobody has.
 * *Cost* that of an alignment.
 */
export function ownLessons(
  papers: string,
  upstream: PreparedPaper,
  downstream: PreparedPaper,
  { decisions, ...options }: Omit<PaperOptions, 'ownFit'>,
): PaperLessons {
  const pair = pairPapers(upstream, downstream);
  const sides: readonly [Side, Side] = [upstream.side, downstream.side];
  const heard = hear(pair, decisions, ...sides);
  const decided = heard.sentences.map(({ up, down }) => ({ up, down, cosine: 0 }));
  const { sentences } = scorePair(pair, options, undefined, decided);
  const lessons: OwnLesson[] = [];
  const fixed: number[] = [];
  const beyond: { probability: number; linked: boolean }[] = [];
  for (const scored of sentences) {
    const linked = heard.of(scored.up, scored.down);
    if (scored.around.length === 0) {
      fixed.push(scored.probability);
      if (linked !== undefined) beyond.push({ probability: scored.probability, linked });
      continue;
    }
    const { section } = itemAt(pair.upstream.sentences, scored.up);
    lessons.push({
      row: ownRow(scored.engine, scored.around, scored.ownModel),
      logOdds: scored.engine,
      part: `${papers} ${section}`,
      ...(linked !== undefined && { linked }),
    });
  }
  const threshold = options.parameters.thresholds.link;
  return { papers, lessons, fixed, beyond, threshold, stale: heard.stale.length };
}
