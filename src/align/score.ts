import type { Side } from '../model/index.js';
import { itemAt } from '../text/index.js';
import { type Candidate, wordingCandidates } from './candidates.js';
import {
  type Measured,
  type MeasuredPair,
  measureCandidates,
  sectionCandidates,
  sectionTable,
} from './context.js';
import { type LikelySection, measureCounterparts } from './counterparts.js';
import type { Heard } from './heard.js';
import { type Lesson, learn } from './learn.js';
import { logit, sigmoid } from './logistic.js';
import { mixtureLogit } from './mixture.js';
import type { AlignOptions, PreparedOptions } from './options.js';
import { type OwnFit, ownAddition, ownRow } from './own-fit/model.js';
import { preparePaper } from './paper.js';
import type { FittedLinks } from './parameters-type.js';
import { type PreparedPair, pairPapers } from './prepare.js';
import { measureSections } from './sections.js';
import { surround } from './surround.js';
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
  /** What the second pass says, or the first where it saw no chance (`worthLook`), in the light of decisions about other pairs. */
  readonly probability: number;
  /** What those decisions added to the log-odds. */
  readonly learned: number;
  /** The engine's own log-odds, and what an own fit added to them. */
  readonly engine: number;
  readonly refitted: number;
  /** What a user's own model sees more than the engine's `meaning`; absent without such a model. */
  readonly ownModel?: number;
  /** A person's word on this very pair. */
  readonly decided?: boolean;
}

/** How likely a pair is a link once a person's word is heard. */
export function heardProbability({ probability, decided }: ScoredPair): number {
  return decided === undefined ? probability : Number(decided);
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
  return pairPapers(
    preparePaper(upstream, options, options.places?.upstream),
    preparePaper(downstream, options, options.places?.downstream),
  );
}

/** Score sections, then sentences in two passes. `extra` pairs are measured too, for `explainPair`. */
export function scorePair(
  pair: PreparedPair,
  options: Pick<PreparedOptions, 'parameters' | 'semantics' | 'ownFit'>,
  heard?: Heard,
  extra: readonly Candidate[] = [],
): Scores {
  const { parameters, semantics } = options;
  const wording = wordingCandidates(pair);
  const sections = measureSections(pair, wording).map((section) => ({
    ...section,
    probability: sigmoid(logit(parameters.sections, section.row)),
  }));
  const decided = (heard?.sentences ?? []).map(({ up, down }) => ({ up, down, cosine: 0 }));
  const candidates = withExtra(pair, sectionCandidates(pair, sections, wording), [
    ...decided,
    ...extra,
  ]);
  const table = sectionTable(sections, pair.upstream.sections.length);
  const measured = measureCandidates(pair, candidates, table, semantics);
  const sentences = secondPass(pair, measured, options, heard);
  const judged = judgeSections(pair, sections, sentences, parameters);
  const { link, counterpart } = parameters.thresholds;
  return {
    pair,
    sections: judged,
    sentences,
    thresholds: {
      link: thresholdHere(link, sentences.map(heardProbability)),
      counterpart: thresholdHere(
        counterpart,
        judged.map((section) => section.counterpart),
      ),
    },
  };
}

/**
 * What the first pass is taken to have said of a pair that a person spoke of, so that its surroundings hear it: nearly sure, and
 * the least that is still looked at, so that what is decided has its components too.
 */
const SAID = { linked: 0.999, apart: 0.01 };

function secondPass(
  pair: PreparedPair,
  measured: Measured,
  { parameters, ownFit }: Pick<PreparedOptions, 'parameters' | 'ownFit'>,
  heard: Heard | undefined,
): ScoredPair[] {
  const first = measured.pairs.map((m) => sigmoid(logit(parameters.first, m.row)));
  const words = measured.pairs.map((m) => heard?.of(m.up, m.down));
  const taken = first.map((own, i) => {
    const word = words[i];
    return word === undefined ? own : word ? SAID.linked : SAID.apart;
  });
  const around = surround(pair, measured, taken);
  const engine = measured.pairs.map((_, i) => {
    const row = itemAt(around, i);
    return row.length > 0 ? treeLogit(parameters.second, row) : logOdds(itemAt(first, i));
  });
  const refitted = refit(measured, { engine, around }, ownFit);
  const own = engine.map((value, i) => value + itemAt(refitted, i));
  const learned = learn(lessonsOf(pair, measured, own, words));
  return measured.pairs.map((m, i): ScoredPair => {
    const added = itemAt(learned, i);
    const word = words[i];
    return {
      up: m.up,
      down: m.down,
      upItem: m.upItem,
      downItem: m.downItem,
      section: m.section,
      row: m.row,
      around: itemAt(around, i),
      first: itemAt(first, i),
      probability:
        added === 0 && itemAt(around, i).length === 0
          ? itemAt(first, i)
          : sigmoid(itemAt(own, i) + added),
      learned: added,
      engine: itemAt(engine, i),
      refitted: itemAt(refitted, i),
      ...ownModelOf(measured, i),
      ...(word !== undefined && { decided: word }),
    };
  });
}

/** What an own fit adds to each pair: nothing to those that the first pass sees no chance in. */
function refit(
  measured: Measured,
  {
    engine,
    around,
  }: { readonly engine: readonly number[]; readonly around: readonly Float64Array[] },
  ownFit: OwnFit | undefined,
): Float64Array {
  const added = new Float64Array(engine.length);
  if (ownFit === undefined) return added;
  for (const [i, row] of around.entries()) {
    if (row.length === 0) continue;
    const { ownModel } = ownModelOf(measured, i);
    added[i] = ownAddition(ownFit, ownRow(itemAt(engine, i), row, ownModel));
  }
  return added;
}

function ownModelOf({ wording }: Measured, i: number): { readonly ownModel?: number } {
  return wording.ownModel === undefined ? {} : { ownModel: itemAt(wording.ownModel, i) };
}

function logOdds(probability: number): number {
  return Math.log(probability / (1 - probability));
}

function lessonsOf(
  { upstream, downstream }: PreparedPair,
  { pairs }: Measured,
  own: readonly number[],
  words: readonly (boolean | undefined)[],
): Lesson[] {
  const texts = new Map<string, number>();
  const numbered = (sentences: PreparedPair['upstream']['sentences']): number[] =>
    sentences.map(({ neutral: { text } }) => {
      const number = texts.get(text) ?? texts.size;
      texts.set(text, number);
      return number;
    });
  const ups = numbered(upstream.sentences);
  const downs = numbered(downstream.sentences);
  return pairs.map(
    (m, i): Lesson => ({
      logit: itemAt(own, i),
      items: m.downItem * (upstream.sections.length + 1) + m.upItem,
      wording: itemAt(downs, m.down) * texts.size + itemAt(ups, m.up),
      linked: words[i],
    }),
  );
}

function judgeSections(
  pair: PreparedPair,
  sections: readonly LikelySection[],
  sentences: readonly ScoredPair[],
  parameters: FittedLinks,
): ScoredSection[] {
  const evidence = measureCounterparts(pair, sections, sentences, sentences.map(heardProbability));
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
