import { describe, expect, it } from 'vitest';
import { diffusion, diffusionJson, renderDiffusion } from '../../src/findings/index.js';
import { lagDays } from '../../src/findings/matrix/lag.js';
import type {
  ClauseTrace,
  Level,
  MatrixPaper,
  MatrixRow,
  ThemeShare,
} from '../../src/model/index.js';
import { renderDiffusionHtml } from '../../src/render/report/index.js';

/** `湖北 province 420000 2022-03-10`: a paper; `-` for what nothing tells. */
function paper(text: string): MatrixPaper {
  const [title = '', level = '', code = '', date = ''] = text.split(' ');
  return {
    id: title,
    path: `${title}.txt`,
    title,
    kind: 'plan',
    level: level as Level,
    ...(code !== '-' && { region: { code, name: title } }),
    ...(date !== '-' && { date }),
  };
}

const NATION = paper('国意见 national - 2021-10-24');
const HUBEI = paper('湖北 province 420000 2022-03-10');
const HUNAN = paper('湖南 province 430000 2022-02-01');
const WUHAN = paper('武汉 city 420100 2022-07-01');
const OLD = paper('旧案 province 440000 2019-01-01');

function row(
  upstream: MatrixPaper,
  downstream: MatrixPaper,
  taken: number,
  {
    themes = {},
    traces = [],
  }: { themes?: Record<string, ThemeShare>; traces?: readonly ClauseTrace[] } = {},
): MatrixRow {
  const none = { doubtful: 0, raised: 0, lowered: 0, earlier: 0, later: 0, error: 0.1 };
  return {
    upstream,
    downstream,
    traces,
    figures: {
      ...none,
      ...{ clauses: 20, carried: 5, clausesBelow: 100, taken, verbatim: 1, adapted: 2 },
      ...{ paraphrased: 3, doubtsAbove: [], doubtsBelow: [], themes },
    },
  };
}

const ROWS: readonly MatrixRow[] = [
  row(NATION, HUBEI, 40, {
    themes: { housing: { clauses: 10, carried: 4 } },
    traces: [
      [0, 0, 3, 5, 0.9],
      [1, 0, 4, 0, 0.6],
    ],
  }),
  row(NATION, HUNAN, 5, {
    themes: { housing: { clauses: 10, carried: 1 } },
    traces: [[0, 0, 7, 0, 0.8]],
  }),
  row(NATION, WUHAN, 20, {
    themes: { housing: { clauses: 10, carried: 6 } },
    traces: [[0, 0, 2, 0, 0.7]],
  }),
  row(HUBEI, WUHAN, 60, { traces: [[3, 5, 2, 0, 0.95]] }),
  row(NATION, OLD, 90, { traces: [[0, 0, 0, 0, 1]] }),
];

const found = diffusion(ROWS, (code) => ({ code, name: `地区${code}` }));
const named = (index: number | undefined): string =>
  index === undefined ? '' : (found.papers[index]?.title ?? '');

describe('diffusion', () => {
  it('leaves out pairs whose lower paper is the older one, and counts them', () => {
    expect([found.pairs, found.backward]).toEqual([4, 1]);
  });

  it('ranks who gives: takers are those of whom a tenth comes from it', () => {
    expect(
      found.givers.map((own) => [named(own.paper), own.takers, own.compared, own.lag]),
    ).toEqual([
      ['国意见', 2, 3, 137],
      ['湖北', 1, 1, 113],
    ]);
  });

  it('ranks who takes from whom', () => {
    const takers = found.takers.map(({ paper: taker, from }) => [
      named(taker),
      from.map(({ paper: source, share }) => `${named(source)} ${share}`).join(', '),
    ]);
    expect(takers).toEqual([
      ['武汉', '湖北 0.6, 国意见 0.2'],
      ['湖北', '国意见 0.4'],
      ['湖南', '国意见 0.05'],
    ]);
  });

  it('sums what goes from level to level', () => {
    expect(found.levels.map(({ from, to, pairs, lag }) => [from, to, pairs, lag])).toEqual([
      ['national', 'province', 2, 100],
      ['national', 'city', 1, 250],
      ['province', 'city', 1, 113],
    ]);
  });

  it('gives a province what the one of its papers carries that carries most', () => {
    expect(found.regions).toEqual([
      {
        region: { code: '420000', name: '地区420000' },
        papers: 2,
        themes: { housing: { clauses: 10, carried: 6 } },
      },
      {
        region: { code: '430000', name: '地区430000' },
        papers: 1,
        themes: { housing: { clauses: 10, carried: 1 } },
      },
    ]);
  });

  it('sums by theme and year', () => {
    expect(found.years).toEqual([
      { year: '2022', theme: 'housing', pairs: 3, clauses: 30, carried: 11 },
    ]);
  });

  it('follows a wording: each paper from the one it is most like, the first one first', () => {
    const [first, second] = found.spreads;
    expect(
      first?.steps.map((step) => [named(step.paper), named(step.from), step.likeness]),
    ).toEqual([
      ['国意见', '', 1],
      ['湖南', '国意见', 0.8],
      ['湖北', '国意见', 0.9],
      ['武汉', '湖北', 0.95],
    ]);
    expect([first?.papers, first?.regions, first?.sentence]).toEqual([4, 4, 0]);
    expect(second?.steps.map((step) => named(step.paper))).toEqual(['国意见', '湖北']);
  });

  it('ends where pairs of a person’s own lead in a ring', () => {
    const ring = [
      row(HUBEI, HUNAN, 1, { traces: [[0, 0, 0, 0, 0.9]] }),
      row(HUNAN, HUBEI, 1, { traces: [[0, 0, 0, 0, 0.9]] }),
    ].map((own) => ({
      ...own,
      upstream: { ...own.upstream, date: '2022' },
      downstream: { ...own.downstream, date: '2022' },
    }));
    expect(diffusion(ring, (code) => ({ code, name: code })).pairs).toBe(2);
  });

  it.each([
    ['2021-10-24', '2022-01-15', 83],
    ['2022-01-15', '2021-10-24', -83],
    ['2021', '2022-01-15', undefined],
    [undefined, '2022-01-15', undefined],
  ])('days from %s to %s: %s', (from, to, days) => {
    expect(lagDays(from, to)).toBe(days);
  });
});

describe('the summary of a matrix', () => {
  const quoted = {
    ...found,
    spreads: found.spreads.map((spread) => ({ ...spread, text: '<b>健全制度</b>' })),
  };
  const screen = { width: 80, ambiguousWidth: 1, color: false, ascii: false } as const;

  it('is drawn in both languages', () => {
    const text = renderDiffusion(quoted, { ...screen, language: 'en' });
    expect(text).toContain('4 pairs; 1 more left out');
    expect(text).toContain('first: 2021-10-24 国意见');
    expect(text).toContain('60% 湖北 (113 days later)');
    expect(renderDiffusion(quoted, { ...screen, language: 'zh' })).toContain('谁从谁处承接最多');
  });

  it('is one page that fetches nothing and runs nothing, whatever the texts hold', () => {
    const page = renderDiffusionHtml(quoted, [], { language: 'zh', program: 'duibiao' });
    expect(page).toContain('&lt;b&gt;健全制度&lt;/b&gt;');
    expect(page).not.toMatch(/<script|https?:\/\/|<link rel="stylesheet"|<img/);
    expect(page.match(/<svg /g)).toHaveLength(3);
    expect(page).toContain('地区420000 · housing：10 个分句中承接 6 个（60%）');
  });

  it('has its papers by index in JSON', () => {
    const json = diffusionJson(found);
    expect(json.papers[json.takers[0]?.paper ?? -1]?.title).toBe('武汉');
  });
});
