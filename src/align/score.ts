import type { Side } from '../model/index.js';
import { itemAt } from '../text/index.js';
import { type Background, EMPTY_BACKGROUND } from './background.js';
import { type Candidate, wordingCandidates } from './candidates.js';
import {
  type MeasuredPair,
  measureCandidates,
  sectionCandidates,
  sectionTable,
} from './context.js';
import { type LikelySection, measureCounterparts } from './counterparts.js';
import { logit, sigmoid } from './logistic.js';
import { mixtureLogit } from './mixture.js';
import type { AlignOptions, PreparedOptions } from './options.js';
import type { FittedLinks } from './parameters-type.js';
import { placeNamesOf } from './places.js';
import { type PreparedPair, preparePair } from './prepare.js';
import { measureSections } from './sections.js';
import { surround, worthLook } from './surround.js';
import { thresholdHere } from './threshold.js';
import { treeLogit } from './trees.js';

/** A pair of items with the probability that they are counterparts: by wording alone, and once the sentences are judged. */
export interface ScoredSection extends LikelySection {
  readonly evidence: Float64Array;
  readonly counterpart: number;
}

/** A pair of sentences with both passes' components and probabilities. */
export interface ScoredPair extends MeasuredPair {
  readonly around: Float64Array;
  readonly first: number;
  /** What the second pass says, or the first where it saw no chance: see `worthLook`. */
  readonly probability: number;
}

/** Everything the engine knows of two sides before it decides on links. */
export interface Scores {
  readonly pair: PreparedPair;
  readonly sections: readonly ScoredSection[];
  readonly sentences: readonly ScoredPair[];
  /** From what probability on a pair is linked, and sections are counterparts, in these documents. */
  readonly thresholds: { readonly link: number; readonly counterpart: number };
}

/** Both sides made ready ("tokens ready"): the part of the work that `bench` leaves out. */
export function prepareSides(
  upstream: Side,
  downstream: Side,
  options: Omit<AlignOptions, 'parameters'>,
): PreparedPair {
  return preparePair(
    upstream,
    downstream,
    {
      upstream: { placeNames: placeNamesOf(upstream, options.places?.upstream ?? []) },
      downstream: { placeNames: placeNamesOf(downstream, options.places?.downstream ?? []) },
    },
    { background: backgroundOf(options), concepts: options.concepts },
  );
}

function backgroundOf(options: Pick<AlignOptions, 'background'>): Background {
  return options.background ?? EMPTY_BACKGROUND;
}

/** Score sections, then sentences in two passes. `extra` pairs are measured too, for `explainPair`. */
export function scorePair(
  pair: PreparedPair,
  { parameters, semantics }: Pick<PreparedOptions, 'parameters' | 'semantics'>,
  extra: readonly Candidate[] = [],
): Scores {
  const wording = wordingCandidates(pair);
  const sections = measureSections(pair, wording).map((section) => ({
    ...section,
    probability: sigmoid(logit(parameters.sections, section.row)),
  }));
  const candidates = withExtra(pair, sectionCandidates(pair, sections, wording), extra);
  const table = sectionTable(sections, pair.upstream.sections.length);
  const measured = measureCandidates(pair, candidates, table, semantics);
  const first = measured.pairs.map((m) => sigmoid(logit(parameters.first, m.row)));
  const around = surround(pair, measured, first);
  const sentences = measured.pairs.map(
    (m, i): ScoredPair => ({
      up: m.up,
      down: m.down,
      upItem: m.upItem,
      downItem: m.downItem,
      section: m.section,
      row: m.row,
      around: itemAt(around, i),
      first: itemAt(first, i),
      probability: worthLook(itemAt(first, i))
        ? sigmoid(treeLogit(parameters.second, itemAt(around, i)))
        : itemAt(first, i),
    }),
  );
  const judged = judgeSections(pair, sections, sentences, parameters);
  const { link, counterpart } = parameters.thresholds;
  return {
    pair,
    sections: judged,
    sentences,
    thresholds: {
      link: thresholdHere(
        link,
        sentences.map(({ probability }) => probability),
      ),
      counterpart: thresholdHere(
        counterpart,
        judged.map((section) => section.counterpart),
      ),
    },
  };
}

function judgeSections(
  pair: PreparedPair,
  sections: readonly LikelySection[],
  sentences: readonly ScoredPair[],
  parameters: FittedLinks,
): ScoredSection[] {
  const evidence = measureCounterparts(
    pair,
    sections,
    sentences,
    sentences.map((s) => s.probability),
  );
  return sections.map((section, i) => ({
    ...section,
    evidence: itemAt(evidence, i),
    counterpart: sigmoid(mixtureLogit(parameters.counterparts, itemAt(evidence, i))),
  }));
}

function withExtra(
  pair: PreparedPair,
  candidates: Candidate[],
  extra: readonly Candidate[],
): Candidate[] {
  const size = pair.upstream.sentences.length;
  const known = new Set(candidates.map((c) => c.down * size + c.up));
  const added = extra.filter((c) => !known.has(c.down * size + c.up));
  if (added.length === 0) return candidates;
  return [...candidates, ...added].sort((a, b) => a.down - b.down || a.up - b.up);
}

/** A probability as a link's score: 1 is kept for identical texts. */
export function cappedScore(probability: number): number {
  return Math.min(0.995, probability);
}
