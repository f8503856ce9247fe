import type { DocumentHead, Target, TargetPair } from '../../model/index.js';
import {
  type CellValue,
  type PlaceOf,
  placeCells,
  placeColumns,
  type RowTable,
} from '../../render/index.js';
import { rounded } from '../../text/index.js';
import { pairFactCells, pairFactColumns, type SideFacts } from '../shared/side-facts.js';

const FACTS = [
  'id',
  'kind',
  'target',
  'value',
  'upper',
  'unit_of_value',
  'bound',
  'change',
  'approximate',
  'aspired',
  'due',
  'base',
  'indicator',
] as const;

/** `duibiao.target-rows/1`: one row for each target. */
export function targetRows(targets: readonly Target[], placeOf: PlaceOf): RowTable {
  return {
    schema: 'duibiao.target-rows/1',
    columns: [...FACTS, 'level', 'region', 'date', ...placeColumns()],
    rows: targets.map((target) => ({
      ...factCells(target, ''),
      ...headCells(placeOf(target.sentence)?.document.head),
      ...placeCells([target.sentence], placeOf),
    })),
  };
}

function headCells(head: DocumentHead | undefined): Record<string, CellValue> {
  const { level = null, region, date = null } = head ?? {};
  return { level, region: region?.code ?? null, date };
}

/** Targets of two sides next to each other, with the names of the sides. */
interface TargetsOfPair {
  readonly upstream: SideFacts;
  readonly downstream: SideFacts;
  readonly targets: readonly TargetPair[];
}

/** `duibiao.target-pair-rows/1`: one row for each target with its counterpart, or without one. */
export function targetPairRows(pairs: readonly TargetsOfPair[], placeOf: PlaceOf): RowTable {
  const side = (prefix: string): string[] => [
    ...FACTS.map((fact) => `${prefix}${fact}`),
    ...placeColumns(prefix),
  ];
  return {
    schema: 'duibiao.target-pair-rows/1',
    columns: [
      'pair',
      ...pairFactColumns('side'),
      ...['shift', 'similarity', 'linked'],
      ...side('upstream_'),
      ...side('downstream_'),
    ],
    rows: pairs.flatMap((pair) =>
      pair.targets.map((found) => ({
        pair: `${pair.upstream.name} → ${pair.downstream.name}`,
        ...pairFactCells(pair.upstream, pair.downstream, 'side'),
        shift: found.shift,
        similarity: found.similarity === undefined ? null : rounded(found.similarity),
        linked: found.linked ?? null,
        ...sideCells(found.upstream, 'upstream_', placeOf),
        ...sideCells(found.downstream, 'downstream_', placeOf),
      })),
    ),
  };
}

function sideCells(
  target: Target | undefined,
  prefix: string,
  placeOf: PlaceOf,
): Record<string, CellValue> {
  if (target === undefined) return {};
  return { ...factCells(target, prefix), ...placeCells([target.sentence], placeOf, prefix) };
}

function factCells(target: Target, prefix: string): Record<string, CellValue> {
  const facts: Record<(typeof FACTS)[number], CellValue> = {
    id: target.id,
    kind: target.kind,
    target: target.text,
    value: target.value,
    upper: target.upper ?? null,
    unit_of_value: target.unit,
    bound: target.bound,
    change: target.change ?? null,
    approximate: target.approximate,
    aspired: target.aspired,
    due: target.due ?? null,
    base: target.base ?? null,
    indicator: target.indicator ?? null,
  };
  return Object.fromEntries(FACTS.map((fact) => [`${prefix}${fact}`, facts[fact]]));
}
