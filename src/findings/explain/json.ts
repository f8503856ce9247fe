import { type SectionUnitJsonV1, type SentenceUnitJsonV1, unitsJson } from '../alignment/units.js';
import type { ExplainedPair, ExplainView } from './view.js';

interface RivalJsonV1 {
  unit: string;
  score: number;
}

interface ExplainedJsonV1 {
  grain: string;
  sides: { upstream: string; downstream: string };
  upstream: string;
  downstream: string;
  /** Null where the two are not linked. */
  link: { id: string; relation: string; score: number; pinned: boolean } | null;
  score: number;
  threshold: number;
  relation: string | null;
  components: { name: string; value: number; contribution: number }[];
  sharedWording: string[];
  sharedConcepts: { name: string; upstream: string; downstream: string }[];
  swaps: { upstream: string; downstream: string }[];
  rivals: { upstream: RivalJsonV1[]; downstream: RivalJsonV1[] };
}

/** `duibiao.explanation/1`, see the published schema. */
export interface ExplanationJsonV1 {
  schema: 'duibiao.explanation/1';
  explanations: ExplainedJsonV1[];
  units: (SectionUnitJsonV1 | SentenceUnitJsonV1)[];
}

export function explanationJson({ pairs, documents }: ExplainView): ExplanationJsonV1 {
  const used = new Set(
    pairs.flatMap(({ explanation: { upstream, downstream, rivals } }) => [
      upstream,
      downstream,
      ...rivals.upstream.map(({ id }) => id),
      ...rivals.downstream.map(({ id }) => id),
    ]),
  );
  return {
    schema: 'duibiao.explanation/1',
    explanations: pairs.map(explainedJson),
    units: unitsJson(documents).filter(({ id }) => used.has(id)),
  };
}

function explainedJson({ sides, explanation, link }: ExplainedPair): ExplainedJsonV1 {
  const rival = ({ id, score }: { id: string; score: number }): RivalJsonV1 => ({
    unit: id,
    score,
  });
  return {
    grain: explanation.grain,
    sides: { ...sides },
    upstream: explanation.upstream,
    downstream: explanation.downstream,
    link: link === undefined ? null : { ...link },
    score: explanation.score,
    threshold: explanation.threshold,
    relation: explanation.relation ?? null,
    components: explanation.components.map(({ name, value, contribution }) => ({
      name,
      value,
      contribution,
    })),
    sharedWording: [...explanation.sharedWording],
    sharedConcepts: explanation.sharedConcepts.map(({ name, upstream, downstream }) => ({
      name,
      upstream,
      downstream,
    })),
    swaps: explanation.swaps.map(({ upstream, downstream }) => ({ upstream, downstream })),
    rivals: {
      upstream: explanation.rivals.upstream.map(rival),
      downstream: explanation.rivals.downstream.map(rival),
    },
  };
}
