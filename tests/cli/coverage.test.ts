import { describe, expect, it } from 'vitest';
import { displayWidth } from '../../src/text/index.js';
import { cli } from '../support/cli.js';

const SIDES = ['politburo-study-25', 'hubei-explanation-2020'];

async function out(...args: string[]): Promise<string> {
  const { out: text, code, err } = await cli(['coverage', ...args]);
  expect([code, err]).toEqual([0, '']);
  return text;
}

/** Rows of a CSV whose cells hold no quotes. */
function rows(csv: string): Record<string, string>[] {
  const [head, ...lines] = csv
    .replace(/^\ufeff/, '')
    .trimEnd()
    .split('\r\n');
  const names = head!.split(',');
  return lines.map((line) =>
    Object.fromEntries(line.split(',').map((cell, i) => [names[i]!, cell] as const)),
  );
}

describe('coverage', () => {
  it('opens every figure to its sentences and their counterparts', async () => {
    const json = JSON.parse(await out('hubei', 'wuhan', '--theme', 'housing', '-f', 'json'));
    const [pair] = json.pairs;
    const { covered, missing, local } = pair.themes[0].evidence;
    const csv = rows(await out('hubei', 'wuhan', '--theme', 'housing', '--evidence', '-f', 'csv'));
    const units = (test: (status: string) => boolean) =>
      csv.filter((row) => test(row.status!)).map((row) => row.upstream_unit || row.downstream_unit);
    expect(units((status) => status === 'missing')).toEqual(missing);
    expect(units((status) => status === 'local')).toEqual(local);
    expect(units((status) => !['missing', 'local'].includes(status))).toEqual(
      covered.map(({ unit }: { unit: string }) => unit),
    );
    // Every covered sentence names what answers it, and where that stands.
    for (const row of csv.filter(({ status }) => !['missing', 'local'].includes(status!))) {
      expect(row.downstream_unit).not.toBe('');
      expect(row.downstream_file).toBe('corpus/wuhan/wuhan-proposal-2020.txt');
    }
    const text = await out('hubei', 'wuhan', '--theme', 'housing', '--evidence', '--width', '90');
    expect(text).toContain('~ hubei:45.11  ');
    expect(text).toContain('    → wuhan:46.10  ');
  });

  it('compares one above with every sibling below, and says so', async () => {
    const below = ['wuhan-resolution-2020', 'wuhan-explanation-2020', 'wuhan-party-building-2020'];
    const csv = rows(await out('hubei-resolution-2020', ...below, '-f', 'csv'));
    const totals = csv.filter(({ key }) => key === '');
    expect(totals.map((row) => [row.upstream_id, row.upstream_level, row.upstream_region])).toEqual(
      below.map(() => ['hubei-resolution-2020', 'province', '420000']),
    );
    expect(totals.map((row) => row.downstream_id)).toEqual(below);
    expect(totals.map((row) => row.downstream_date)).toEqual(['2020-12-18', '', '2020-12-22']);
    const text = await out(
      'hubei-resolution-2020',
      ...below,
      '--theme',
      'housing',
      '--width',
      '90',
    );
    expect(text).toMatch(/^3 pairs compared: hubei-resolution-2020 → wuhan-resolution-2020,/);
  });

  it('gives a table of figures as rows', async () => {
    const lines = (await out(...SIDES, '-f', 'jsonl')).trimEnd().split('\n');
    const csv: Record<string, unknown>[] = lines.map((line) => JSON.parse(line));
    const total = csv.at(-1)!;
    const sum = ['verbatim', 'adapted', 'paraphrased', 'missing'].map((name) =>
      Number(total[name]),
    );
    expect(sum.reduce((a, b) => a + b)).toBe(Number(total.sentences));
    expect(csv.map(({ schema }) => schema)).toEqual(csv.map(() => 'duibiao.coverage-rows/1'));
  });

  it.each([
    [60, '1', []],
    [60, '2', []],
    [80, '1', ['--ascii']],
    [200, '1', []],
  ] as const)(
    'draws chapters by chapters at %i columns, ambiguous %s',
    async (width, wide, more) => {
      const text = await out(
        ...['hubei', 'wuhan', '--matrix', '--width', `${width}`, '--ambiguous-width', wide],
        ...more,
      );
      for (const line of text.split('\n'))
        expect(displayWidth(line, wide === '2' ? 2 : 1)).toBeLessThanOrEqual(width);
      const json = JSON.parse(await out('hubei', 'wuhan', '--matrix', '-f', 'json'));
      const { cells, upstream } = json.pairs[0].matrix;
      const drawn = text
        .split('\n')
        .filter((line) => /^ {1,3}\d+ /.test(line) && !/\p{Script=Han}/u.test(line))
        .flatMap((line) => line.trim().split(/ +/).slice(1));
      const counts = drawn.map((cell) => Number(cell.replace(/[░▒▓█]/, ''))).filter((n) => n > 0);
      expect(counts.sort()).toEqual(cells.map((cell: { units: number }) => cell.units).sort());
      expect(upstream.length).toBeGreaterThan(10);
    },
  );
});
