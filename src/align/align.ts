import type {
  Alignment,
  AlignmentClauses,
  Link,
  SectionLink,
  SentenceLink,
  Side,
  Swap,
} from '../model/index.js';
import { itemAt, rounded, valueAt } from '../text/index.js';
import { clausesOf, type JudgedLink, withDecidedClauses } from './clauses/index.js';
import type { DecidedPair } from './decided-pair.js';
import { type Heard, hear, missingAsAWhole } from './heard.js';
import { linkId } from './link-id.js';
import { linkRelation } from './link-relation.js';
import { markMoved } from './moved.js';
import type { AlignOptions, PaperOptions, PreparedOptions } from './options.js';
import { type PreparedPaper, preparePaper } from './paper.js';
import type { FittedLinks } from './parameters-type.js';
import { type PreparedPair, pairPapers } from './prepare.js';
import { sharedBlocks } from './relation.js';
import { cappedScore, heardProbability, type ScoredPair, type Scores, scorePair } from './score.js';
import { sectionLinks } from './section-links.js';
import { countSwaps, exchangesBetween, swapsBetween } from './swaps.js';

/**
 * Align two sides: which sections and sentences downstream answer which upstream.
 *
 * *In* units of one or several documents a side. *Out* links of both grains, in downstream then upstream order, what is
 * linked to nothing, and the swaps. Nothing is random, and nothing depends on the order of sections but `moved`.
 * *Cost* grows with the length of the texts, not with its square: see `candidates.ts`.
 */
export function align(upstream: Side, downstream: Side, options: AlignOptions): Alignment {
  const { places } = options;
  const up = preparePaper(upstream, options, places?.upstream);
  return alignPapers(up, preparePaper(downstream, options, places?.downstream), options);
}

/**
 * `align` for papers made ready with `preparePaper` and the same knowledge: a third of the work or less.
 *
 * *Out* the same to the bit, whatever else the papers are compared with.
 */
export function alignPapers(
  upstream: PreparedPaper,
  downstream: PreparedPaper,
  options: PaperOptions,
): Alignment {
  const pair = pairPapers(upstream, downstream);
  const { alignment, found } = alignScored(upstream.side, downstream.side, pair, options);
  return { ...alignment, clauses: clausesFound(alignment, found, options) };
}

/** What of each sentence is carried by these links, a person's word over the engine's. */
export function clausesFound(
  { links }: Pick<Alignment, 'links'>,
  found: Found,
  { parameters, concepts }: Pick<AlignOptions, 'parameters' | 'concepts'>,
): AlignmentClauses {
  const clauses = clausesOf(found.scores.pair, judgedLinks(found), parameters.clauses, concepts);
  const partners = (unit: string): readonly string[] =>
    links.flatMap((link) =>
      link.grain === 'sentence' && link.upstream.includes(unit) ? link.downstream : [],
    );
  return withDecidedClauses(clauses, found.heard.clauses, partners);
}

/** `align` for sides already prepared with `prepareSides` and the same options, without clauses. */
export function alignPrepared(
  upstream: Side,
  downstream: Side,
  pair: PreparedPair,
  options: PreparedOptions,
): Alignment {
  return alignScored(upstream, downstream, pair, options).alignment;
}

export function alignScored(
  upstream: Side,
  downstream: Side,
  pair: PreparedPair,
  options: PreparedOptions,
): { readonly alignment: Alignment; readonly found: Found } {
  const { parameters } = options;
  const heard = hear(pair, options.decisions, upstream, downstream);
  const scores = scorePair(pair, options, heard);
  const decided = decideSentences(scores, heard);
  const sentences = sentenceLinks(pair, decided, parameters);
  const sections = sectionLinks(scores, decided, parameters, heard.pairs);
  const links: Link[] = [...markSections(pair, sections), ...sentences.links];
  const linked = new Set(sentences.links.flatMap((link) => [...link.upstream, ...link.downstream]));
  const rest = (side: Side): string[] =>
    side.documents.flatMap((d) => d.sentences.map((s) => s.id).filter((id) => !linked.has(id)));
  const missing = rest(upstream);
  const said = new Set(missingAsAWhole(heard));
  const calledMissing = missing.filter((id) => said.has(id));
  const alignment = {
    upstream,
    downstream,
    links,
    unlinked: {
      upstream: missing,
      downstream: rest(downstream),
      ...(calledMissing.length > 0 && { decided: calledMissing }),
    },
    swaps: countSwaps(sentences.swaps, sentences.exchanges, options.swaps ?? []),
    ...(heard.stale.length > 0 ? { staleDecisions: heard.stale } : {}),
  };
  return { alignment, found: { scores, decided, heard } };
}

/** What links follow from: scores, which pairs are linked, and a person's word. */
export interface Found {
  readonly scores: Scores;
  readonly decided: readonly DecidedPair[];
  readonly heard: Heard;
}

/** Probabilities of all pairs looked at, those of linked ones as their links have them, a person's word certain. */
function judgedLinks({ scores, decided }: Found): JudgedLink[] {
  const size = scores.pair.upstream.sentences.length;
  const links = new Map(
    scores.sentences.map((own) => [
      own.down * size + own.up,
      { up: own.up, down: own.down, probability: heardProbability(own) },
    ]),
  );
  for (const { up, down, score, pin } of decided)
    links.set(down * size + up, { up, down, probability: pin === undefined ? score : 1 });
  return [...links.values()];
}

function decideSentences(scores: Scores, heard: Heard): DecidedPair[] {
  const identical = identicalPairs(scores);
  const headings = headingPairs(scores);
  const pins = new Map(heard.sentences.map((own) => [`${own.down} ${own.up}`, own.pin]));
  return scores.sentences.flatMap((scored): DecidedPair[] => {
    const { up, down, probability, decided } = scored;
    const pin = pins.get(`${down} ${up}`);
    const same = identical.has(scored);
    const score = same ? 1 : cappedScore(probability);
    if (decided !== undefined)
      return decided && pin !== undefined ? [{ up, down, score, pin }] : [];
    if (!same && probability < scores.thresholds.link) return [];
    if (!same && bothHeadings(scores, scored) && !headings.has(scored)) return [];
    return [{ up, down, score }];
  });
}

/**
 * Pairs that read the same: linked whatever the model says, each text with the places it fits best
 * (the same phrase may stand in many sections; it is not linked across all of them).
 */
function identicalPairs(scores: Scores): Set<ScoredPair> {
  const { pair } = scores;
  const same = scores.sentences.filter((scored) => {
    if (scored.decided === false) return false;
    const up = itemAt(pair.upstream.sentences, scored.up).neutral.text;
    return up !== '' && up === itemAt(pair.downstream.sentences, scored.down).neutral.text;
  });
  const best = (key: (scored: ScoredPair) => number): Map<number, number> => {
    const out = new Map<number, number>();
    for (const scored of same)
      out.set(key(scored), Math.max(out.get(key(scored)) ?? 0, scored.probability));
    return out;
  };
  const rows = best((scored) => scored.down);
  const columns = best((scored) => scored.up);
  return new Set(
    same.filter((s) => s.probability === rows.get(s.down) && s.probability === columns.get(s.up)),
  );
}

function bothHeadings({ pair }: Scores, { up, down }: ScoredPair): boolean {
  return (
    itemAt(pair.upstream.sentences, up).unit.heading &&
    itemAt(pair.downstream.sentences, down).unit.heading
  );
}

/**
 * Pairs of headings, the likeliest first, each heading taken once: headings are short and their sections alike, so that by
 * themselves all headings of two lists (——民生福祉达到新水平, ——人民生活更加美好) would be linked to one another.
 */
function headingPairs(scores: Scores): Set<ScoredPair> {
  const pairs = scores.sentences
    .filter((scored) => bothHeadings(scores, scored) && scored.decided !== false)
    .sort(
      (a, b) =>
        heardProbability(b) - heardProbability(a) ||
        b.probability - a.probability ||
        a.down - b.down ||
        a.up - b.up,
    );
  const taken = { up: new Set<number>(), down: new Set<number>() };
  return new Set(
    pairs.filter(({ up, down }) => {
      if (taken.up.has(up) || taken.down.has(down)) return false;
      taken.up.add(up);
      taken.down.add(down);
      return true;
    }),
  );
}

function sentenceLinks(
  pair: PreparedPair,
  decided: readonly DecidedPair[],
  parameters: FittedLinks,
): { links: SentenceLink[]; swaps: Swap[]; exchanges: Swap[] } {
  const moved = markMoved(decided.map((d) => ({ up: d.up, down: d.down, weight: d.score })));
  const swaps: Swap[] = [];
  const exchanges: Swap[] = [];
  const links = decided.map((d, i): SentenceLink => {
    const up = itemAt(pair.upstream.sentences, d.up);
    const down = itemAt(pair.downstream.sentences, d.down);
    const blocks = sharedBlocks(up.content, down.content);
    const here = swapsBetween(up.neutral, up.unit.text, down.neutral, down.unit.text);
    const judged = linkRelation(parameters.relation, up, down, { swaps: here, blocks });
    const pinned = d.pin?.decision.relation;
    const relation =
      pinned === 'verbatim' || pinned === 'adapted' || pinned === 'paraphrased'
        ? pinned
        : judged.relation;
    swaps.push(...here);
    if (relation === 'adapted')
      exchanges.push(...exchangesBetween(up.content, down.content, blocks));
    return {
      grain: 'sentence',
      id: linkId('sentence', [up.unit.id], [down.unit.id]),
      relation,
      upstream: [up.unit.id],
      downstream: [down.unit.id],
      score: rounded(d.score),
      moved: itemAt(moved, i),
      doubtful: d.pin === undefined && d.score < parameters.thresholds.doubtful,
      swaps: here,
      ...(judged.differences.length > 0 &&
        relation === 'adapted' && { differences: judged.differences }),
      ...(d.pin === undefined ? {} : { decided: true as const }),
    };
  });
  return { links, swaps, exchanges };
}

function markSections(pair: PreparedPair, links: readonly SectionLink[]): SectionLink[] {
  const place = (sections: PreparedPair['upstream']['sections']): Map<string, number> =>
    new Map(sections.map((section) => [section.unit.id, section.index]));
  const ups = place(pair.upstream.sections);
  const downs = place(pair.downstream.sections);
  const moved = markMoved(
    links.map((link) => ({
      up: valueAt(ups, itemAt(link.upstream, 0)),
      down: valueAt(downs, itemAt(link.downstream, 0)),
      weight: link.score,
    })),
  );
  return links.map((link, i) => ({ ...link, moved: itemAt(moved, i) }));
}
