import { describe, expect, it } from 'vitest';
import { renderTable } from '../../src/render/terminal/table.js';

const draw = (count: number, more: object = {}) =>
  renderTable({
    head: ['主题', '数'],
    rows: Array.from({ length: count }, (_, at) => [`第${at}行`, String(at)]),
    width: 60,
    ...more,
  })
    .trimEnd()
    .split('\n');

describe('a table of many rows', () => {
  it.each([
    ['boxes', {}, ['┌', '├', '└']],
    ['ASCII', { ascii: true }, ['+', '+', '+']],
  ])('is one table, in %s', (_, more, [top, between, bottom]) => {
    const lines = draw(250, more);
    // A line for each row and the head, and the lines around them.
    expect(lines).toHaveLength(2 * 251 + 1);
    expect(lines[0]![0]).toBe(top);
    expect(lines.at(-1)![0]).toBe(bottom);
    expect(
      lines
        .slice(1, -1)
        .filter((_line, at) => at % 2 === 1)
        .every((line) => line.startsWith(between!)),
    ).toBe(true);
    expect(new Set(lines.filter((_line, at) => at % 2 === 0).slice(1, -1)).size).toBe(1);
    expect(lines[2 * 120 + 1]).toContain('第119行');
  });

  it('of one row has a line above and one below', () => {
    expect(
      renderTable({ rows: [['一']], width: 20 })
        .trimEnd()
        .split('\n'),
    ).toHaveLength(3);
  });
});
