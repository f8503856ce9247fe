import type { DocumentUnits, Side, Target, TargetPair } from '../../model/index.js';
import { rounded } from '../../render/index.js';
import {
  type DocumentRefJsonV1,
  documentRef,
  type SentenceUnitJsonV1,
} from '../alignment/units.js';
import { sentencesJson } from '../alignment/units-used.js';

interface TargetJsonV1 {
  id: string;
  document: string;
  sentence: string;
  start: number;
  end: number;
  text: string;
  kind: string;
  value: number;
  upper: number | null;
  unit: string;
  bound: string;
  change: string | null;
  approximate: boolean;
  aspired: boolean;
  due: number | null;
  base: number | null;
  indicator: string | null;
}

/** `duibiao.targets/1`, see the published schema: what documents state, or what two sides state side by side. */
export interface TargetsJsonV1 {
  schema: 'duibiao.targets/1';
  documents: DocumentRefJsonV1[];
  /** Of single documents; empty where sides are compared. */
  targets: TargetJsonV1[];
  pairs: {
    upstream: string;
    downstream: string;
    targets: {
      shift: string;
      similarity: number | null;
      linked: boolean | null;
      upstream: TargetJsonV1 | null;
      downstream: TargetJsonV1 | null;
    }[];
  }[];
  /** The sentences the targets stand in. */
  units: SentenceUnitJsonV1[];
}

export function targetsJson(
  documents: readonly DocumentUnits[],
  targets: readonly Target[],
  pairs: readonly {
    readonly upstream: Pick<Side, 'name'>;
    readonly downstream: Pick<Side, 'name'>;
    readonly targets: readonly TargetPair[];
  }[],
): TargetsJsonV1 {
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
    documents: documents.map(({ head, source }) => documentRef(head, source?.path)),
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

function targetJson(target: Target): TargetJsonV1 {
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
