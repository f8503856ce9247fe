import { describe, expect, test } from 'vitest';
import { type ComparisonOptions, compareSides, outlineSides } from '../../src/findings/index.js';
import type { ComparisonEntry, ComparisonRow, ComparisonView } from '../../src/model/index.js';
import { readComparison } from '../support/comparison-fixture.js';

const { alignments, tools } = readComparison('housing');

/** One line a row, `up | down relation`, under `# up / down` heads. */
function sketch(view: ComparisonView): string[] {
  const short = (id: string) => id.slice(id.indexOf('/') + 1);
  const rowLine = (row: ComparisonRow): string => {
    const cells = row.cells.map(({ sentences }) =>
      sentences.map(({ unit, again }) => short(unit) + (again ? '*' : '')).join(' '),
    );
    const relations = row.pairs.map((pair) => pair?.relation ?? '-').join(' ');
    return `${cells.join(' | ')} ${row.status === 'linked' ? relations : row.status}`;
  };
  const entryLine = (entry: ComparisonEntry): string => {
    if (entry.type === 'moved')
      return `moved ${short(entry.unit)} to ${entry.to.map(short).join(' ')}`;
    return entry.type === 'folded' ? `folded ${entry.rows.length}` : rowLine(entry);
  };
  return view.blocks.flatMap(({ head, rows }) => [
    `# ${head.sections.map((refs) => refs.map((ref) => short(ref.id)).join(' ')).join(' / ')}`,
    ...(head.row ? [`= ${rowLine(head.row)}`] : []),
    ...rows.map(entryLine),
  ]);
}

function two(options: Partial<ComparisonOptions> = {}): ComparisonView {
  return compareSides([alignments[0]], { ...tools, ...options });
}

describe('compareSides, two sides', () => {
  test('rows in downstream order, upstream leftovers next to their neighbours', () => {
    expect(sketch(two())).toEqual([
      '# 一 / 1',
      '= 一.1 | 1.1 verbatim',
      '一.2 | 1.2 adapted',
      '一.3 | 1.3 adapted',
      'moved 一.4 to 2.4',
      '一.5 | 1.4 verbatim',
      '# 二 / 2',
      '= 二.1 | 2.1 verbatim',
      '二.2 | 2.2 adapted',
      '二.3 | 2.3 verbatim',
      '三.1 |  missing',
      '一.4 三.2 | 2.4 paraphrased',
      '#  / 3',
      '=  | 3.1 local',
      ' | 3.2 local',
    ]);
  });

  test('the counterpart of a section is its head, however well another is linked', () => {
    const [base] = alignments;
    const counterpart = base.links.find((link) => link.grain === 'section')!;
    const other = {
      ...counterpart,
      ...{ id: 'related', relation: 'related' as const, score: 1 },
      upstream: ['jiangbei/三'],
    } as typeof counterpart;
    const heads = (links: typeof base.links) =>
      compareSides([{ ...base, links }], tools).blocks.map(({ head }) =>
        head.sections.map((refs) => refs.map(({ id }) => id)),
      );
    expect(heads([other, ...base.links])).toEqual(heads(base.links));
  });

  test('a pair of which a person said one link says so', () => {
    const [base] = alignments;
    const decide = (decided: boolean) =>
      compareSides(
        [{ ...base, links: base.links.map((l) => ({ ...l, ...(decided && { decided: true }) })) }],
        tools,
      )
        .blocks.flatMap(({ rows }) => rows)
        .flatMap((row) => ('pairs' in row ? row.pairs : []))
        .flatMap((pair) => (pair === undefined ? [] : [pair.decided]));
    expect(new Set(decide(true))).toEqual(new Set([true]));
    expect(new Set(decide(false))).toEqual(new Set([undefined]));
  });

  test('no note of a move where the sentence is shown in its place too', () => {
    const [base] = alignments;
    const twice = base.links.find((link) => link.moved)!;
    const links = [
      ...base.links,
      {
        ...twice,
        id: 'twice',
        upstream: ['jiangbei/一.4'],
        downstream: ['linjiang/1.4'],
        moved: false,
      },
    ];
    const lines = sketch(compareSides([{ ...base, links }], tools));
    expect(lines.filter((line) => line.startsWith('moved'))).toEqual([]);
    expect(lines).toContain('一.4* 三.2 | 2.4 paraphrased');
  });

  test('only what is missing: sentences, and linked ones with a clause that nothing carries', () => {
    const [base] = alignments;
    const clauses = {
      upstream: [
        {
          unit: 'jiangbei/一.3',
          clauses: [
            { start: 0, end: 12, state: 'carried' as const, score: 0.9, by: ['linjiang/1.3'] },
            { start: 12, end: 20, state: 'missing' as const, score: 0.1, by: [] },
          ],
        },
      ],
      downstream: [],
    };
    const filters = { only: 'missing' as const };
    const view = compareSides([{ ...base, clauses }], { ...tools, filters });
    const rows = sketch(view).filter((line) => !line.startsWith('#'));
    expect(rows).toContain('一.3 | 1.3 adapted');
    expect(rows).toContain('三.1 |  missing');
    expect(rows).not.toContain('一.2 | 1.2 adapted');
    const row = view.blocks
      .flatMap((block) => block.rows)
      .find((entry) => entry.type === 'row' && entry.status === 'linked') as ComparisonRow;
    expect(row.cells[0]?.sentences[0]?.missing).toEqual([{ start: 12, end: 20 }]);
  });

  test('swaps may count as equal', () => {
    const swapRow = (view: ComparisonView) =>
      view.blocks[1]!.rows.find(
        (row) => row.type === 'row' && row.cells[1]!.text.startsWith('我市'),
      );
    expect((swapRow(two()) as ComparisonRow).pairs[0]!.changes).toHaveLength(1);
    expect((swapRow(two({ ignoreSwaps: true })) as ComparisonRow).pairs[0]!.changes).toEqual([]);
  });

  test('a sentence tells its section where that is not the block’s', () => {
    const row = two().blocks[1]!.rows.find(
      (entry) => entry.type === 'row' && entry.pairs[0]?.moved,
    );
    const elsewhere = (row as ComparisonRow).cells[0]!.sentences.map(
      (sentence) => sentence.elsewhere?.heading,
    );
    expect(elsewhere).toEqual(['完善住房保障体系', '深化住房公积金制度改革']);
  });

  test('the summary counts units, not rows', () => {
    expect(two().summaries).toEqual([
      {
        upstreamUnits: 10,
        downstreamUnits: 10,
        covered: { verbatim: 4, adapted: 3, paraphrased: 2 },
        missing: 1,
        local: 2,
        coverage: 0.9,
      },
    ]);
  });

  const FILTERS: readonly [
    name: string,
    options: Partial<ComparisonOptions>,
    rows: readonly string[],
  ][] = [
    [
      'relation',
      { filters: { relations: ['paraphrased'] } },
      ['# 二 / 2', '一.4 三.2 | 2.4 paraphrased'],
    ],
    ['only missing', { filters: { only: 'missing' } }, ['# 二 / 2', '三.1 |  missing']],
    ['only local', { filters: { only: 'local' } }, ['#  / 3', '=  | 3.1 local', ' | 3.2 local']],
    ['grep either side', { filters: { grep: /套/u } }, ['# 一 / 1', '一.3 | 1.3 adapted']],
    ['least score', { filters: { minScore: 0.98, only: 'changed' } }, []],
    ['theme', { scope: { units: new Set(['jiangbei/二.2']) } }, ['# 二 / 2', '二.2 | 2.2 adapted']],
    [
      'section up takes its counterpart',
      { scope: { sections: ['jiangbei/二', undefined] } },
      [
        '# 二 / 2',
        '= 二.1 | 2.1 verbatim',
        '二.2 | 2.2 adapted',
        '二.3 | 2.3 verbatim',
        '一.4 三.2 | 2.4 paraphrased',
      ],
    ],
    [
      'section down without a counterpart',
      { scope: { sections: [undefined, 'linjiang/3'] } },
      ['#  / 3', '=  | 3.1 local', ' | 3.2 local'],
    ],
    ['nothing in scope', { scope: { units: new Set() } }, []],
  ];
  test.each(FILTERS)('%s', (_name, options, rows) => {
    expect(sketch(two(options))).toEqual(rows);
  });

  test('an empty selection has no coverage figure', () => {
    expect(two({ scope: { units: new Set() } }).summaries[0]!.coverage).toBeUndefined();
  });
});

describe('folding', () => {
  /** A side against itself: everything is identical. */
  const self = {
    ...alignments[0],
    downstream: alignments[0].upstream,
    links: alignments[0].upstream.documents[0]!.sentences.map((sentence) => ({
      grain: 'sentence' as const,
      id: sentence.id,
      relation: 'verbatim' as const,
      upstream: [sentence.id],
      downstream: [sentence.id],
      score: 1,
      moved: false,
      doubtful: false,
      swaps: [],
    })),
    unlinked: { upstream: [], downstream: [] },
  };

  test('runs of identical rows are folded and counted', () => {
    const view = compareSides([self], tools);
    expect(sketch(view).filter((line) => line.startsWith('folded'))).toEqual([
      'folded 5',
      'folded 3',
      'folded 2',
    ]);
    expect(view.rows).toEqual({ inScope: 10, shown: 10 });
  });

  test('with no limit to the context nothing is', () => {
    const view = compareSides([self], { ...tools, context: Number.POSITIVE_INFINITY });
    expect(sketch(view).filter((line) => line.startsWith('folded'))).toEqual([]);
  });
});

test('compareSides, three sides: joined by the middle one', () => {
  expect(sketch(compareSides(alignments, tools)).slice(0, 8)).toEqual([
    '# 一 / 1 / a',
    '= 一.1 | 1.1 |  verbatim -',
    ' |  | a.1 local',
    '一.2 | 1.2 | a.2 adapted adapted',
    '一.3 | 1.3 | a.3 adapted paraphrased',
    ' |  | a.4 local',
    'moved 一.4 to 2.4',
    '一.5 | 1.4 |  verbatim -',
  ]);
});

test('outlineSides: every section, counterparts on one row, what is carried', () => {
  const rows = outlineSides([alignments[0]]).rows.map(({ cells, links }) => {
    const [up, down] = cells.map((cell) =>
      cell.map(
        ({ label, carried, units }) =>
          `${label}${carried === undefined ? '' : ` ${carried}/${units}`}`,
      ),
    );
    return `${up} | ${down} ${links[0]?.relation ?? '-'}`;
  });
  expect(rows).toEqual([
    '一、 5/5 | 1. counterpart',
    '二、 3/3 | 2. counterpart',
    '三、 1/2 |  -',
    ' | 3. -',
  ]);
});
