import type { DocumentUnits, Side, Target, TargetPair } from '../../model/index.js';
import { rounded } from '../../text/index.js';
import { documentRef } from '../alignment/units.js';
import { sentencesJson } from '../alignment/units-used.js';
import type { TargetsJson } from './schema.js';

export function targetsJson(
  documents: readonly DocumentUnits[],
  targets: readonly Target[],
  pairs: readonly {
    readonly upstream: Pick<Side, 'name'>;
    readonly downstream: Pick<Side, 'name'>;
    readonly targets: readonly TargetPair[];
  }[],
): TargetsJson {
  const used = new Set([
    ...targets.map(({ sentence }) => sentence),
    ...pairs.flatMap((pair) =>
      pair.targets.flatMap(({ upstream, downstream }) =>
        [upstream, downstream].flatMap((target) => target?.sentence ?? []),
      ),
    ),
  ]);
  return {
    schema: 'duibiao.targets/1',
    documents: documents.map(documentRef),
    targets: targets.map(targetJson),
    pairs: pairs.map((pair) => ({
      upstream: pair.upstream.name,
      downstream: pair.downstream.name,
      targets: pair.targets.map((found) => ({
        shift: found.shift,
        similarity: found.similarity === undefined ? null : rounded(found.similarity),
        linked: found.linked ?? null,
        upstream: found.upstream === undefined ? null : targetJson(found.upstream),
        downstream: found.downstream === undefined ? null : targetJson(found.downstream),
      })),
    })),
    units: sentencesJson(documents, used),
  };
}

function targetJson(target: Target): TargetsJson['targets'][number] {
  return {
    id: target.id,
    document: target.document,
    sentence: target.sentence,
    start: target.start,
    end: target.end,
    text: target.text,
    kind: target.kind,
    value: target.value,
    upper: target.upper ?? null,
    unit: target.unit,
    bound: target.bound,
    change: target.change ?? null,
    approximate: target.approximate,
    aspired: target.aspired,
    due: target.due ?? null,
    base: target.base ?? null,
    indicator: target.indicator ?? null,
  };
}
