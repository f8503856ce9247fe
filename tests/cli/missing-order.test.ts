import { describe, expect, it } from 'vitest';
import { cli } from '../support/cli.js';

interface Row {
  readonly cells: readonly {
    readonly units: readonly string[];
    readonly missing: readonly unknown[];
  }[];
  readonly status: string;
}

describe('compare --only missing', () => {
  it('begins with what the brief begins with, and holds every sentence that lost a clause', async () => {
    const pair = ['hubei', 'wuhan', '--format', 'json'];
    const [compared, brief] = await Promise.all([
      cli(['compare', ...pair, '--only', 'missing']),
      cli(['brief', ...pair]),
    ]);
    const { blocks } = JSON.parse(compared.out);
    const rows: Row[] = blocks.flatMap((block: { rows: Row[] }) => block.rows);
    const units = rows.flatMap(({ cells }) => cells[0]!.units);
    const missing: { unit: string }[] = JSON.parse(brief.out).missing;
    expect(units[0]).toBe(missing[0]!.unit);
    expect(new Set(units)).toEqual(new Set([...units, ...missing.map(({ unit }) => unit)]));
    expect(
      rows.every(({ status, cells }) => status !== 'linked' || cells[0]!.missing.length > 0),
    ).toBe(true);
  });
});
