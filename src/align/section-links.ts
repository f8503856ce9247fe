import type { SectionLink, SectionRelation } from '../model/index.js';
import { itemAt, rounded } from '../text/index.js';
import type { DecidedPair } from './decided-pair.js';
import type { ResolvedPair } from './decisions.js';
import { linkId } from './link-id.js';
import type { FittedLinks } from './parameters-type.js';
import type { Scores } from './score.js';
import { itemOf } from './sections.js';

interface Decision {
  readonly up: number;
  readonly down: number;
  readonly score: number;
  readonly relation: SectionRelation;
  readonly decided?: true;
}

/**
 * Decide section links: counterparts by their model, related where sentences are linked across other items,
 * points where their own opening sentences are linked inside counterpart items. `moved` is left false.
 */
export function sectionLinks(
  scores: Scores,
  decided: readonly DecidedPair[],
  parameters: FittedLinks,
  decisions: readonly ResolvedPair[],
): SectionLink[] {
  const { pair } = scores;
  const size = pair.upstream.sections.length;
  const chosen = new Map<number, Decision>();
  for (const section of scores.sections) {
    if (section.counterpart < scores.thresholds.counterpart) continue;
    chosen.set(section.down * size + section.up, {
      up: section.up,
      down: section.down,
      score: section.counterpart,
      relation: 'counterpart',
    });
  }
  for (const related of relatedItems(scores, decided, parameters))
    if (!chosen.has(related.down * size + related.up))
      chosen.set(related.down * size + related.up, related);
  for (const point of pointLinks(scores, decided, chosen))
    chosen.set(point.down * size + point.up, point);
  applyDecisions(scores, chosen, decisions);
  return [...chosen.values()]
    .sort((a, b) => a.down - b.down || a.up - b.up)
    .map((d): SectionLink => {
      const upstream = [itemAt(pair.upstream.sections, d.up).unit.id];
      const downstream = [itemAt(pair.downstream.sections, d.down).unit.id];
      return {
        grain: 'section',
        id: linkId('section', upstream, downstream),
        relation: d.relation,
        upstream,
        downstream,
        score: rounded(d.score),
        moved: false,
        doubtful: d.decided === undefined && d.score < parameters.thresholds.doubtful,
        ...(d.decided === undefined ? {} : { decided: d.decided }),
      };
    });
}

/** Items with a good share of their sentences linked to each other. */
function relatedItems(
  scores: Scores,
  decided: readonly DecidedPair[],
  parameters: FittedLinks,
): Decision[] {
  const { upstream, downstream } = scores.pair;
  const sums = new Map<
    string,
    { up: number; down: number; ups: Set<number>; downs: Set<number>; score: number }
  >();
  for (const d of decided) {
    const up = itemOf(upstream, itemAt(upstream.sentences, d.up).section);
    const down = itemOf(downstream, itemAt(downstream.sentences, d.down).section);
    if (up < 0 || down < 0) continue;
    const key = `${down} ${up}`;
    const entry = sums.get(key) ?? {
      up,
      down,
      ups: new Set<number>(),
      downs: new Set<number>(),
      score: 0,
    };
    entry.ups.add(d.up);
    entry.downs.add(d.down);
    entry.score = Math.max(entry.score, d.score);
    sums.set(key, entry);
  }
  const out: Decision[] = [];
  for (const entry of sums.values()) {
    const share = Math.max(
      entry.ups.size / itemAt(upstream.sections, entry.up).all.length,
      entry.downs.size / itemAt(downstream.sections, entry.down).all.length,
    );
    if (share >= parameters.thresholds.related)
      out.push({
        up: entry.up,
        down: entry.down,
        score: Math.min(0.99, share),
        relation: 'related',
      });
  }
  return out;
}

/** Points (—— and the like) are counterparts where their first sentences are linked and their items are. */
function pointLinks(
  scores: Scores,
  decided: readonly DecidedPair[],
  chosen: ReadonlyMap<number, Decision>,
): Decision[] {
  const { upstream, downstream } = scores.pair;
  const size = upstream.sections.length;
  const out: Decision[] = [];
  for (const d of decided) {
    const up = itemAt(upstream.sentences, d.up).section;
    const down = itemAt(downstream.sentences, d.down).section;
    if (up < 0 || down < 0) continue;
    const bothPoints =
      itemAt(upstream.sections, up).point && itemAt(downstream.sections, down).point;
    const bothFirst =
      itemAt(upstream.sections, up).own[0] === d.up &&
      itemAt(downstream.sections, down).own[0] === d.down;
    if (!bothPoints || !bothFirst) continue;
    const items = chosen.get(itemOf(downstream, down) * size + itemOf(upstream, up));
    if (items?.relation === 'counterpart')
      out.push({ up, down, score: d.score, relation: 'counterpart' });
  }
  return out;
}

function applyDecisions(
  scores: Scores,
  chosen: Map<number, Decision>,
  decisions: readonly ResolvedPair[],
): void {
  const { upstream, downstream } = scores.pair;
  for (const own of decisions) {
    if (own.grain !== 'section') continue;
    const up = upstream.sections.findIndex((section) => section.unit.id === own.upstream);
    const down = downstream.sections.findIndex((section) => section.unit.id === own.downstream);
    const key = down * upstream.sections.length + up;
    if (own.decision.action === 'reject') {
      chosen.delete(key);
      continue;
    }
    const scored = scores.sections.find((section) => section.up === up && section.down === down);
    const relation = own.decision.relation === 'related' ? 'related' : 'counterpart';
    chosen.set(key, { up, down, score: scored?.counterpart ?? 0, relation, decided: true });
  }
}
