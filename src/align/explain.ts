import type { ScoreComponent, SentenceRelation, Side, Swap } from '../model/index.js';
import { itemAt, rounded } from '../text/index.js';
import { type SharedConcept, sharedConcepts } from './concepts.js';
import { type Heard, hear } from './heard.js';
import { linkRelation } from './link-relation.js';
import { contributionsOf, type LogisticModel } from './logistic.js';
import { type Mixture, mixtureContributions } from './mixture.js';
import { CLAUSE_GAP, GAP } from './neutralise.js';
import type { AlignOptions } from './options.js';
import { modelPart, ownRow } from './own-fit/model.js';
import type { PreparedPair, PreparedSentence } from './prepare.js';
import { sharedBlocks } from './relation.js';
import { cappedScore, prepareSides, type ScoredPair, type Scores, scorePair } from './score.js';
import { swapsBetween } from './swaps.js';
import { type BoostedTrees, treeContributions } from './trees.js';

/** Another unit that competes for one of the pair's two. */
export interface Rival {
  readonly id: string;
  readonly score: number;
}

/** Why two units were linked, or why not. */
export interface Explanation {
  readonly grain: 'sentence' | 'section';
  readonly upstream: string;
  readonly downstream: string;
  /** Probability that a careful reader would accept the link. */
  readonly score: number;
  /** From what probability a link is made. */
  readonly threshold: number;
  /** What the relation would be; sentences only. */
  readonly relation?: SentenceRelation;
  /** Named parts of the score: first the pair itself, then what surrounds it. Contributions are log-odds; with a constant they add up to the score's. */
  readonly components: readonly ScoreComponent[];
  /** Whether a user's own model spoke: the component `meaning` is then half its own. */
  readonly ownModel: boolean;
  /** Stretches both hold, longest first, as they stand upstream (swaps not counted as differences). */
  readonly sharedWording: readonly string[];
  /** Measures both name, with what each calls them; sentences only. */
  readonly sharedConcepts: readonly SharedConcept[];
  readonly swaps: readonly Swap[];
  /** Best other partners: upstream units for the downstream one, and the other way round. */
  readonly rivals: { readonly upstream: readonly Rival[]; readonly downstream: readonly Rival[] };
}

/** Shared stretches shorter than this are chance. */
const MIN_SHARED = 2;
const MAX_RIVALS = 5;

/**
 * Explain a pair of units by id, linked or not.
 *
 * *Out* absent when an id is unknown or the two are not of one grain.
 * *Cost* that of an alignment: rivals must be measured too.
 */
export function explainPair(
  upstream: Side,
  downstream: Side,
  ids: { readonly upstream: string; readonly downstream: string },
  options: AlignOptions,
): Explanation | undefined {
  const pair = prepareSides(upstream, downstream, options);
  const up = pair.upstream.sentences.find((sentence) => sentence.unit.id === ids.upstream);
  const down = pair.downstream.sentences.find((sentence) => sentence.unit.id === ids.downstream);
  const heard = hear(pair, options.decisions, upstream, downstream);
  if (up !== undefined && down !== undefined)
    return explainSentences(pair, up, down, { ...options, heard });
  return explainSections(pair, ids, { ...options, heard });
}

function explainSentences(
  pair: PreparedPair,
  up: PreparedSentence,
  down: PreparedSentence,
  options: AlignOptions & { readonly heard: Heard },
): Explanation {
  const { parameters } = options;
  const scores = scorePair(pair, options, options.heard, [
    { up: up.index, down: down.index, cosine: 0 },
  ]);
  const scored = scores.sentences.find((s) => s.up === up.index && s.down === down.index)!;
  const swaps = swapsBetween(up.neutral, up.unit.text, down.neutral, down.unit.text);
  const same = up.neutral.text !== '' && up.neutral.text === down.neutral.text;
  return {
    grain: 'sentence',
    upstream: up.unit.id,
    downstream: down.unit.id,
    score: same ? 1 : rounded(cappedScore(scored.probability)),
    threshold: rounded(scores.thresholds.link),
    relation: linkRelation(parameters.relation, up, down, { swaps }).relation,
    components: [
      ...(scored.around.length > 0
        ? treeComponents(parameters.second, scored.around)
        : lineComponents(parameters.first, scored.row)),
      ...ownFitComponents(scored, options),
      ...learnedComponent(scored),
    ],
    ownModel: options.semantics !== undefined,
    sharedWording: sharedWording(up, down),
    sharedConcepts:
      options.concepts === undefined
        ? []
        : sharedConcepts(options.concepts, up.neutral.text, down.neutral.text),
    swaps,
    rivals: {
      upstream: rivals(
        scores,
        scored,
        (s) => s.down === down.index,
        (s) => itemAt(pair.upstream.sentences, s.up).unit.id,
      ),
      downstream: rivals(
        scores,
        scored,
        (s) => s.up === up.index,
        (s) => itemAt(pair.downstream.sentences, s.down).unit.id,
      ),
    },
  };
}

/** What an own fit added, a user's own model apart; none where there is no such fit. */
function ownFitComponents(
  { engine, around, refitted, ownModel }: ScoredPair,
  { ownFit }: Pick<AlignOptions, 'ownFit'>,
): ScoreComponent[] {
  if (ownFit === undefined || refitted === 0) return [];
  const model = modelPart(ownFit, ownRow(engine, around, ownModel));
  const rest = { name: 'own-fit', value: 1, contribution: rounded(refitted - model) };
  if (ownModel === undefined) return [rest];
  return [rest, { name: 'own-model', value: rounded(ownModel), contribution: rounded(model) }];
}

/** What decisions about other pairs added; none where nobody decided. */
function learnedComponent({ learned }: ScoredPair): ScoreComponent[] {
  return learned === 0 ? [] : [{ name: 'decisions', value: 1, contribution: rounded(learned) }];
}

function lineComponents(model: LogisticModel, row: ArrayLike<number>): ScoreComponent[] {
  const names = model.components.map(({ name }) => name);
  return componentsOf(names, row, contributionsOf(model, row));
}

function treeComponents(model: BoostedTrees, row: ArrayLike<number>): ScoreComponent[] {
  return componentsOf(model.components, row, treeContributions(model, row));
}

function mixtureComponents(model: Mixture, row: ArrayLike<number>): ScoreComponent[] {
  return componentsOf(model.trees.components, row, mixtureContributions(model, row));
}

function componentsOf(
  names: readonly string[],
  row: ArrayLike<number>,
  contributions: Float64Array,
): ScoreComponent[] {
  return names.map((name, i) => ({
    name,
    value: rounded(itemAt(row, i)),
    contribution: rounded(itemAt(contributions, i)),
  }));
}

/** What parts the pieces of a neutral text. */
const CUT = new RegExp(`[${GAP}${CLAUSE_GAP}]`, 'u');

function sharedWording(up: PreparedSentence, down: PreparedSentence): string[] {
  const pieces = new Set<string>();
  for (const block of sharedBlocks(up.neutral.text, down.neutral.text)) {
    const neutral = up.neutral.text.slice(block.up, block.up + block.length);
    let at = block.up;
    for (const piece of neutral.split(CUT)) {
      if (piece.length >= MIN_SHARED)
        pieces.add(
          up.unit.text.slice(
            itemAt(up.neutral.origins, at),
            itemAt(up.neutral.ends, at + piece.length - 1),
          ),
        );
      at += piece.length + 1;
    }
  }
  return [...pieces].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}

function rivals(
  scores: Scores,
  own: ScoredPair,
  competes: (scored: ScoredPair) => boolean,
  id: (scored: ScoredPair) => string,
): Rival[] {
  return scores.sentences
    .filter((scored) => scored !== own && competes(scored))
    .sort((a, b) => b.probability - a.probability || a.down - b.down || a.up - b.up)
    .slice(0, MAX_RIVALS)
    .map((scored) => ({ id: id(scored), score: rounded(scored.probability) }));
}

function explainSections(
  pair: PreparedPair,
  ids: { readonly upstream: string; readonly downstream: string },
  options: AlignOptions & { readonly heard: Heard },
): Explanation | undefined {
  const up = pair.upstream.sections.find((section) => section.unit.id === ids.upstream);
  const down = pair.downstream.sections.find((section) => section.unit.id === ids.downstream);
  if (up === undefined || down === undefined) return undefined;
  const { parameters } = options;
  const { sections, thresholds } = scorePair(pair, options, options.heard);
  const scored = sections.find((s) => s.up === up.index && s.down === down.index);
  const best = (
    keep: (s: (typeof sections)[number]) => boolean,
    id: (s: (typeof sections)[number]) => string,
  ): Rival[] =>
    sections
      .filter((s) => s !== scored && keep(s))
      .sort((a, b) => b.counterpart - a.counterpart || a.down - b.down || a.up - b.up)
      .slice(0, MAX_RIVALS)
      .map((s) => ({ id: id(s), score: rounded(s.counterpart) }));
  return {
    grain: 'section',
    upstream: up.unit.id,
    downstream: down.unit.id,
    score: rounded(scored?.counterpart ?? 0),
    threshold: rounded(thresholds.counterpart),
    components:
      scored === undefined ? [] : mixtureComponents(parameters.counterparts, scored.evidence),
    ownModel: options.semantics !== undefined,
    sharedWording: [],
    sharedConcepts: [],
    swaps: [],
    rivals: {
      upstream: best(
        (s) => s.down === down.index,
        (s) => itemAt(pair.upstream.sections, s.up).unit.id,
      ),
      downstream: best(
        (s) => s.up === up.index,
        (s) => itemAt(pair.downstream.sections, s.down).unit.id,
      ),
    },
  };
}
