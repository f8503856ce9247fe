import type { Alignment, Link, SectionLink, SentenceLink, Side, Swap } from '../model/index.js';
import { itemAt, rounded, valueAt } from '../text/index.js';
import { clausesOf, type JudgedLink } from './clauses/index.js';
import type { DecidedPair } from './decided-pair.js';
import { linkId } from './link-id.js';
import { linkRelation } from './link-relation.js';
import { markMoved } from './moved.js';
import type { AlignOptions, PreparedOptions } from './options.js';
import { type ResolvedOverride, resolveOverrides } from './overrides.js';
import type { FittedLinks } from './parameters-type.js';
import type { PreparedPair } from './prepare.js';
import { contentText, sharedBlocks } from './relation.js';
import { cappedScore, prepareSides, type ScoredPair, type Scores, scorePair } from './score.js';
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
  const pair = prepareSides(upstream, downstream, options);
  const { alignment, decisions } = alignScored(upstream, downstream, pair, options);
  return { ...alignment, clauses: clausesOf(pair, heard(decisions), options.parameters.clauses) };
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

function alignScored(
  upstream: Side,
  downstream: Side,
  pair: PreparedPair,
  options: PreparedOptions,
): { readonly alignment: Alignment; readonly decisions: Decisions } {
  const { parameters } = options;
  const scores = scorePair(pair, options);
  const { resolved, stale } = resolveOverrides(options.overrides ?? [], upstream, downstream);
  const decided = decideSentences(scores, resolved);
  const sentences = sentenceLinks(pair, decided, parameters);
  const sections = sectionLinks(scores, decided, parameters, resolved);
  const links: Link[] = [...markSections(pair, sections), ...sentences.links];
  const linked = new Set(sentences.links.flatMap((link) => [...link.upstream, ...link.downstream]));
  const rest = (side: Side): string[] =>
    side.documents.flatMap((d) => d.sentences.map((s) => s.id).filter((id) => !linked.has(id)));
  const alignment = {
    upstream,
    downstream,
    links,
    unlinked: { upstream: rest(upstream), downstream: rest(downstream) },
    swaps: countSwaps(sentences.swaps, sentences.exchanges, options.swaps ?? []),
    ...(stale.length > 0 ? { staleOverrides: stale } : {}),
  };
  return { alignment, decisions: { scores, decided, overrides: resolved } };
}

/** What links follow from: scores, which pairs are linked, and an analyst's word. */
interface Decisions {
  readonly scores: Scores;
  readonly decided: readonly DecidedPair[];
  readonly overrides: readonly ResolvedOverride[];
}

/** Probabilities of all pairs looked at, an analyst's pins certain and what he rejects impossible. */
function heard({ scores, decided, overrides }: Decisions): JudgedLink[] {
  const key = (up: number, down: number): string => `${down} ${up}`;
  const links = new Map(
    scores.sentences.map(({ up, down, probability }) => [key(up, down), { up, down, probability }]),
  );
  for (const { up, down, score, pin } of decided)
    links.set(key(up, down), { up, down, probability: pin === undefined ? score : 1 });
  const noLink = (up: number, down: number): void => {
    links.set(key(up, down), { up, down, probability: 0 });
  };
  const indexOf = (side: PreparedPair['upstream']): Map<string, number> =>
    new Map(side.sentences.map(({ unit, index }) => [unit.id, index]));
  const [ups, downs] = [indexOf(scores.pair.upstream), indexOf(scores.pair.downstream)];
  for (const { grain, override, upstream, downstream } of overrides)
    if (grain === 'sentence' && override.action === 'reject')
      noLink(valueAt(ups, upstream), valueAt(downs, downstream));
  return [...links.values()];
}

function decideSentences(scores: Scores, overrides: readonly ResolvedOverride[]): DecidedPair[] {
  const { pair } = scores;
  const chosen = new Map<string, DecidedPair>();
  const keyOf = (up: number, down: number): string => `${down} ${up}`;
  const identical = identicalPairs(scores);
  const headings = headingPairs(scores);
  for (const scored of scores.sentences) {
    const same = identical.has(scored);
    if (!same && scored.probability < scores.thresholds.link) continue;
    if (!same && bothHeadings(scores, scored) && !headings.has(scored)) continue;
    chosen.set(keyOf(scored.up, scored.down), {
      up: scored.up,
      down: scored.down,
      score: same ? 1 : cappedScore(scored.probability),
    });
  }
  const index = (units: PreparedPair['upstream']['sentences']): Map<string, number> =>
    new Map(units.map((sentence) => [sentence.unit.id, sentence.index]));
  const ups = index(pair.upstream.sentences);
  const downs = index(pair.downstream.sentences);
  for (const override of overrides) {
    if (override.grain !== 'sentence') continue;
    const up = valueAt(ups, override.upstream);
    const down = valueAt(downs, override.downstream);
    const key = keyOf(up, down);
    if (override.override.action === 'reject') chosen.delete(key);
    else {
      const score =
        chosen.get(key)?.score ??
        scores.sentences.find((s) => s.up === up && s.down === down)?.probability ??
        0;
      chosen.set(key, { up, down, score, pin: override });
    }
  }
  return [...chosen.values()].sort((a, b) => a.down - b.down || a.up - b.up);
}

/**
 * Pairs that read the same: linked whatever the model says, each text with the places it fits best
 * (the same phrase may stand in many sections; it is not linked across all of them).
 */
function identicalPairs(scores: Scores): Set<ScoredPair> {
  const { pair } = scores;
  const same = scores.sentences.filter((scored) => {
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
    .filter((scored) => bothHeadings(scores, scored))
    .sort((a, b) => b.probability - a.probability || a.down - b.down || a.up - b.up);
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
    const texts = [contentText(up.neutral.text), contentText(down.neutral.text)] as const;
    const blocks = sharedBlocks(texts[0], texts[1]);
    const here = swapsBetween(up.neutral, up.unit.text, down.neutral, down.unit.text);
    const judged = linkRelation(parameters.relation, up, down, { swaps: here, blocks });
    const pinned = d.pin?.override.relation;
    const relation =
      pinned === 'verbatim' || pinned === 'adapted' || pinned === 'paraphrased'
        ? pinned
        : judged.relation;
    swaps.push(...here);
    if (relation === 'adapted') exchanges.push(...exchangesBetween(texts[0], texts[1], blocks));
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
      ...(d.pin === undefined ? {} : { pinned: true as const }),
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
