import { unitsJson } from '../alignment/units.js';
import type { ExplanationJson } from './schema.js';
import type { ExplainedPair, ExplainView } from './view.js';

export function explanationJson({ pairs, documents }: ExplainView): ExplanationJson {
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

function explainedJson({
  sides,
  explanation,
  link,
}: ExplainedPair): ExplanationJson['explanations'][number] {
  const rival = ({ id, score }: { id: string; score: number }) => ({
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
    ownModel: explanation.ownModel,
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
