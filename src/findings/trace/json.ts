import type { TraceNode } from '../../model/index.js';
import { rounded } from '../../text/index.js';
import { documentRef } from '../alignment/units.js';
import { sentencesJson } from '../alignment/units-used.js';
import type { TraceJson } from './schema.js';
import type { TraceView } from './view.js';

export function traceJson(view: TraceView): TraceJson {
  const { report } = view;
  const used = new Set<string>();
  const nodeJson = (node: TraceNode, from?: string): TraceJson['roots'][number] => {
    used.add(node.unit);
    return {
      unit: node.unit,
      document: node.document,
      level: node.level ?? null,
      step: node.step,
      relation: node.relation ?? null,
      link: node.link ?? null,
      score: node.score === undefined ? null : rounded(node.score),
      stops: node.stops,
      differences:
        from === undefined
          ? []
          : view.differences(from, node.unit).map(({ kind, upstream, downstream }) => ({
              kind,
              upstream,
              downstream,
            })),
      children: node.children.map((child) => nodeJson(child, node.unit)),
    };
  };
  const roots = report.roots.map((root) => nodeJson(root));
  for (const { unit } of report.fresh) used.add(unit);
  for (const pair of report.descents) {
    for (const unit of [pair.upstream, ...pair.through, pair.downstream]) used.add(unit);
  }
  return {
    schema: 'duibiao.trace/1',
    topic: { ...view.topic },
    direction: view.direction,
    sides: [...report.sides],
    documents: view.documents.map(documentRef),
    steps: report.steps.map(({ side, arrive, stop, fresh }) => ({ side, arrive, stop, fresh })),
    roots,
    fresh: report.fresh.map(({ unit, step }) => ({ unit, step })),
    descents: report.descents.map((pair) => ({
      upstream: pair.upstream,
      downstream: pair.downstream,
      descent: pair.descent,
      through: [...pair.through],
      composed: pair.composed ?? null,
      direct: pair.direct ?? null,
    })),
    follows: report.follows.map((own) => ({
      unit: own.unit,
      above: own.above ?? null,
      highest: own.highest ?? null,
      follows: own.follows,
    })),
    units: sentencesJson(view.documents, used),
  };
}
