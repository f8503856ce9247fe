import type {
  Alignment,
  ReviewPartner,
  ReviewQuestion,
  SentenceUnit,
  Side,
  UpstreamClause,
} from '../model/index.js';
import { groupBy, itemAt, rounded } from '../text/index.js';
import { alignScored, clausesFound } from './align.js';
import { askedClauses } from './clause-questions.js';
import { missingAsAWhole } from './heard.js';
import { linkRelation } from './link-relation.js';
import type { PaperOptions } from './options.js';
import type { PreparedPair } from './prepare.js';
import { readingSeconds, sharedClauses } from './reading.js';
import { cappedScore, heardProbability, type ScoredPair } from './score.js';
import { swapsBetween } from './swaps.js';

/** Candidates shown beside what is linked: the right one is among three of them for two paraphrases in three, and more. */
const CANDIDATES = 3;
/** So many where they are likely enough: what is asked for in several places below has them all in one question. */
const MOST_CANDIDATES = 8;
/** One in a hundred. */
const LIKELY_ENOUGH = 0.01;
/** One in fifty: what is less likely is read where nothing else fits. */
const ASIDE = 0.02;
/**
 * Seconds added to what each question takes, so that the order heeds what a question changes before how short it is: with fewer,
 * fewer links are right after so many answers, with more, after so many minutes (`docs/review.md`).
 */
const BESIDE_READING = 15;
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
 * *Out* in order of worth beside the time it takes: links expected to be wrong, and candidates expected to be right, among what
 * is shown; letters to be read. What is answered comes last.
 */
export function reviewPrepared(
  upstream: Side,
  downstream: Side,
  pair: PreparedPair,
  options: PaperOptions,
): Review {
  const { alignment, found } = alignScored(upstream, downstream, pair, options);
  const clauses = clausesFound(alignment, found, options);
  const clausesOf = new Map(clauses.upstream.map((own) => [own.unit, own.clauses]));
  const size = pair.upstream.sentences.length;
  const linked = new Set(found.decided.map(({ up, down }) => down * size + up));
  const isLinked = ({ up, down }: ScoredPair): boolean => linked.has(down * size + up);
  const silent = new Set(missingAsAWhole(found.heard));
  const all = [...groupBy(found.scores.sentences, ({ up }) => up)].flatMap(([up, own]) => {
    const shown = [
      ...byOdds(own.filter(isLinked)),
      ...byOdds(own.filter((scored) => !isLinked(scored))).filter(isShown),
    ];
    if (shown.length === 0) return [];
    const { unit } = itemAt(pair.upstream.sentences, up);
    const isMissing = silent.has(unit.id);
    const asked = { pair, shown, isLinked, isMissing, clauses: clausesOf.get(unit.id) ?? [] };
    return [questionOf(unit, asked, options)];
  });
  return { alignment: { ...alignment, clauses }, questions: inOrder(withAlike(all, pair)) };
}

function isShown({ probability }: ScoredPair, place: number): boolean {
  return place < CANDIDATES || (place < MOST_CANDIDATES && probability >= LIKELY_ENOUGH);
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
  readonly clauses: readonly UpstreamClause[];
}

function questionOf(
  { id, text }: SentenceUnit,
  { pair, shown, isLinked, isMissing, clauses }: Asked,
  { parameters }: Pick<PaperOptions, 'parameters'>,
): ReviewQuestion {
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
  const isHeard = isMissing || open.length === 0 || shown.some(({ decided }) => decided === true);
  const asked = askedClauses(none ? [] : clauses, text.length);
  const links = doubtful || (fair && !none) ? 'doubtful' : fair ? 'unlinked' : undefined;
  const why = (isHeard ? undefined : links) ?? (asked.isOpen ? 'clauses' : 'clear');
  const first = shown[0];
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
      // Whether clauses are carried, no part of a counterpart can say.
      about:
        why === 'clauses' && isLinked(scored)
          ? [{ start: 0, end: down.unit.text.length }]
          : sharedClauses(pair, up, down),
      aside: scored !== first && !isLinked(scored) && scored.probability < ASIDE,
    };
  });
  return {
    unit: id,
    partners,
    clauses: asked.clauses,
    worth: rounded((isHeard ? 0 : worth) + asked.worth),
    seconds: rounded(readingSeconds(text.length, partners)),
    why,
    answered: isHeard && !asked.isOpen,
    alike: [],
  };
}

/**
 * Sentences in the same words are alike where the same number is linked with them, and what both show, place by place, is in
 * the same words too: then an answer for one says by its places what it is for the other.
 */
function withAlike(questions: readonly ReviewQuestion[], pair: PreparedPair): ReviewQuestion[] {
  const texts = new Map(
    [...pair.upstream.sentences, ...pair.downstream.sentences].map(({ unit, neutral }) => [
      unit.id,
      neutral.text,
    ]),
  );
  const linkedOf = ({ partners }: ReviewQuestion): number =>
    partners.filter(({ linked }) => linked).length;
  const groups = groupBy(questions, (own) => `${linkedOf(own)} ${texts.get(own.unit)}`);
  const isAlike = (one: ReviewQuestion, other: ReviewQuestion): boolean =>
    one !== other &&
    one.partners
      .slice(0, other.partners.length)
      .every(({ unit }, i) => texts.get(unit) === texts.get(itemAt(other.partners, i).unit));
  return questions.map((question) => ({
    ...question,
    alike: (groups.get(`${linkedOf(question)} ${texts.get(question.unit)}`) ?? [])
      .filter((other) => !other.answered && isAlike(question, other))
      .map(({ unit }) => unit),
  }));
}

/** One answer for all that are alike counts for all of them. */
function inOrder(questions: readonly ReviewQuestion[]): ReviewQuestion[] {
  const gain = ({ worth, seconds, alike, answered }: ReviewQuestion): number =>
    answered ? -1 : (worth * (1 + alike.length)) / (seconds + BESIDE_READING);
  return questions
    .map((question, place) => ({ question, place }))
    .sort((a, b) => gain(b.question) - gain(a.question) || a.place - b.place)
    .map(({ question }) => question);
}
