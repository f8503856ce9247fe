import type { Alignment, ReviewPartner, ReviewQuestion, Side } from '../model/index.js';
import { groupBy, itemAt, rounded } from '../text/index.js';
import { alignScored } from './align.js';
import { linkRelation } from './link-relation.js';
import type { PreparedOptions } from './options.js';
import type { PreparedPair } from './prepare.js';
import { cappedScore, heardProbability, type ScoredPair } from './score.js';
import { swapsBetween } from './swaps.js';

/** Candidates shown beside what is linked: the right one is among three of them for two paraphrases in three, and more. */
const CANDIDATES = 3;
/** An unlinked sentence with a candidate as likely is worth asking about. */
const FAIR = 0.1;

/** Two sides as they are linked now, and what a person may be asked about them, what changes most first. */
export interface Review {
  readonly alignment: Alignment;
  readonly questions: readonly ReviewQuestion[];
}

/**
 * Questions about two prepared sides, a question for each upstream sentence that has a link or a candidate.
 *
 * *Out* in order of worth: links expected to be wrong, and candidates expected to be right, among what is shown. What is
 * answered comes last.
 */
export function reviewPrepared(
  upstream: Side,
  downstream: Side,
  pair: PreparedPair,
  options: PreparedOptions,
): Review {
  const { alignment, found } = alignScored(upstream, downstream, pair, options);
  const size = pair.upstream.sentences.length;
  const linked = new Set(found.decided.map(({ up, down }) => down * size + up));
  const isLinked = ({ up, down }: ScoredPair): boolean => linked.has(down * size + up);
  const silent = new Set(
    found.heard.clauses.flatMap(({ unit, range, decision }) =>
      range === undefined && decision.action === 'missing' ? [unit] : [],
    ),
  );
  const asked = [...groupBy(found.scores.sentences, ({ up }) => up)].flatMap(([up, own]) => {
    const shown = [
      ...byOdds(own.filter(isLinked)),
      ...byOdds(own.filter((scored) => !isLinked(scored))).slice(0, CANDIDATES),
    ];
    if (shown.length === 0) return [];
    const { unit } = itemAt(pair.upstream.sentences, up);
    return [
      questionOf(unit.id, { pair, shown, isLinked, isMissing: silent.has(unit.id) }, options),
    ];
  });
  return { alignment, questions: inOrder(withAlike(asked, pair)) };
}

function byOdds(pairs: readonly ScoredPair[]): ScoredPair[] {
  return [...pairs].sort(
    (a, b) =>
      Number(b.decided === true) - Number(a.decided === true) ||
      b.probability - a.probability ||
      a.down - b.down,
  );
}

interface Asked {
  readonly pair: PreparedPair;
  readonly shown: readonly ScoredPair[];
  readonly isLinked: (scored: ScoredPair) => boolean;
  readonly isMissing: boolean;
}

function questionOf(
  unit: string,
  { pair, shown, isLinked, isMissing }: Asked,
  { parameters }: Pick<PreparedOptions, 'parameters'>,
): ReviewQuestion {
  const partners = shown.map((scored): ReviewPartner => {
    const up = itemAt(pair.upstream.sentences, scored.up);
    const down = itemAt(pair.downstream.sentences, scored.down);
    const swaps = swapsBetween(up.neutral, up.unit.text, down.neutral, down.unit.text);
    return {
      unit: down.unit.id,
      score: rounded(cappedScore(scored.probability)),
      linked: isLinked(scored),
      relation: linkRelation(parameters.relation, up, down, { swaps }).relation,
      ...(scored.decided !== undefined && { decided: scored.decided }),
    };
  });
  const worth = shown.reduce(
    (sum, own) => sum + (isLinked(own) ? 1 - heardProbability(own) : heardProbability(own)),
    0,
  );
  const open = shown.filter(({ decided }) => decided === undefined);
  const doubtful = open.some(
    (own) => isLinked(own) && own.probability < parameters.thresholds.doubtful,
  );
  const fair = open.some((own) => !isLinked(own) && own.probability >= FAIR);
  const none = !shown.some(isLinked);
  return {
    unit,
    partners,
    worth: rounded(worth),
    why: doubtful || (fair && !none) ? 'doubtful' : fair ? 'unlinked' : 'clear',
    answered: isMissing || open.length === 0 || shown.some(({ decided }) => decided === true),
    alike: [],
  };
}

function withAlike(questions: readonly ReviewQuestion[], pair: PreparedPair): ReviewQuestion[] {
  const texts = new Map(
    [...pair.upstream.sentences, ...pair.downstream.sentences].map(({ unit, neutral }) => [
      unit.id,
      neutral.text,
    ]),
  );
  const key = ({ unit, partners }: ReviewQuestion): string =>
    [unit, ...partners.map((partner) => partner.unit)].map((id) => texts.get(id)).join('\u0000');
  const groups = groupBy(questions, key);
  return questions.map((question) => ({
    ...question,
    alike: (groups.get(key(question)) ?? [])
      .filter((other) => other !== question)
      .map(({ unit }) => unit),
  }));
}

/** One answer for all that are alike counts for all of them. */
function inOrder(questions: readonly ReviewQuestion[]): ReviewQuestion[] {
  const gain = ({ worth, alike, answered }: ReviewQuestion): number =>
    answered ? -1 : worth * (1 + alike.length);
  return questions
    .map((question, place) => ({ question, place }))
    .sort((a, b) => gain(b.question) - gain(a.question) || a.place - b.place)
    .map(({ question }) => question);
}
