import type { Level, Region, Side } from '../../model/index.js';
import type { TableRow } from '../../render/index.js';
import { itemAt } from '../../text/index.js';

/** What identifies a side in tables: what all its documents agree on. */
export interface SideFacts {
  /** The document's id; the side's name where it holds several. */
  readonly id: string;
  /** As the user named the side: alias, id or file. */
  readonly name: string;
  readonly level?: Level;
  readonly region?: Region;
  readonly date?: string;
}

/** Absent: nothing tells, or the documents differ. */
export function sideFacts(side: Side): SideFacts {
  const heads = side.documents.map(({ head }) => head);
  const id = heads.length === 1 ? itemAt(heads, 0).id : side.name;
  const level = agreed(heads.map((head) => head.level));
  const code = agreed(heads.map((head) => head.region?.code));
  const region = heads.find((head) => code !== undefined && head.region?.code === code)?.region;
  const date = agreed(heads.map((head) => head.date));
  return {
    id,
    name: side.name,
    ...(level !== undefined && { level }),
    ...(region !== undefined && { region }),
    ...(date !== undefined && { date }),
  };
}

function agreed<Value>(values: readonly Value[]): Value | undefined {
  const [first] = values;
  return values.every((value) => value === first) ? first : undefined;
}

const SIDES = ['upstream_', 'downstream_'] as const;
const FACTS = ['level', 'region', 'date'] as const;

/** Columns that tell the sides of a pair: `upstream_id`, `upstream_level` …; `id` where another id stands in the table. */
export function pairFactColumns(id = 'id'): string[] {
  return SIDES.flatMap((prefix) => [id, ...FACTS].map((fact) => prefix + fact));
}

/** Their cells; a region by its code in GB/T 2260. */
export function pairFactCells(upstream: SideFacts, downstream: SideFacts, id = 'id'): TableRow {
  return Object.assign({}, ...[upstream, downstream].map((side, i) => cellsOf(side, i, id)));
}

function cellsOf(side: SideFacts, index: number, id: string): TableRow {
  const prefix = itemAt(SIDES, index);
  return {
    [prefix + id]: side.id,
    [`${prefix}level`]: side.level ?? null,
    [`${prefix}region`]: side.region?.code ?? null,
    [`${prefix}date`]: side.date ?? null,
  };
}
