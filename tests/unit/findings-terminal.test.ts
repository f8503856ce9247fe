import { describe, expect, test } from 'vitest';
import { readCommitmentLexicon } from '../../src/corpus/index.js';
import {
  compareCommitment,
  compareSides,
  compileCommitment,
  coverage,
  type ExplainedPair,
  renderBrief,
  renderCommitment,
  renderComparison,
  renderCorpusList,
  renderCoverage,
  renderExplain,
  renderLinks,
  renderMatrices,
  renderThemeChanges,
  renderTree,
} from '../../src/findings/index.js';
import type { AlignmentClauses, MatrixCell } from '../../src/model/index.js';
import { parse } from '../../src/parse/index.js';
import { COMPARE_WORDS, placeFinder } from '../../src/render/index.js';
import { sampleAlignment, sampleDocument, sampleSide } from '../support/alignment.js';
import { addressOf, readComparison } from '../support/comparison-fixture.js';
import { projectFile } from '../support/corpus.js';
import { sampleReport } from '../support/report-fixture.js';
import { PARSE_OPTIONS, sourceOf } from '../support/sources.js';

const VIEW = {
  width: 72,
  ambiguousWidth: 1,
  color: false,
  ascii: false,
  language: 'en',
  addressOf,
} as const;

const { alignments, tools } = readComparison('housing');
const [housing] = alignments;

const up = sampleSide('p', sampleDocument('p', 'province', [['一', '加快建设数据交易中心。']]));
const down = sampleSide('c', sampleDocument('c', 'city', [['一', '探索建设数据交易中心。']]));
const documents = [...up.documents, ...down.documents];
const linked = sampleAlignment(up, down, ['p/一.1 > c/一.1 adapted']);

function tree(text: string): string {
  return renderTree(parse(sourceOf(text), PARSE_OPTIONS), { ...VIEW, diagnostics: false });
}

function explained(change: Partial<ExplainedPair['explanation']>): string {
  const explanation = {
    grain: 'sentence',
    upstream: 'p/一.1',
    downstream: 'c/一.1',
    score: 0.876,
    threshold: 0.4,
    components: [],
    ownModel: false,
    sharedWording: [],
    sharedConcepts: [],
    swaps: [],
    rivals: { upstream: [], downstream: [] },
    ...change,
  } as const;
  const pair = { sides: { upstream: 'p', downstream: 'c' }, explanation };
  return renderExplain({ documents, pairs: [pair] }, VIEW);
}

function commitment(ascii: boolean): string {
  const file = projectFile('corpus/lexicon/commitment.yaml');
  const lexicon = compileCommitment(readCommitmentLexicon(file, 'commitment.yaml'));
  const { summary, shifts } = compareCommitment(linked, lexicon, new Map(), []);
  const pair = { upstream: up, downstream: down, summary, shifts };
  const options = { themes: [], placeOf: placeFinder(documents), evidence: true };
  return renderCommitment([pair], options, { ...VIEW, ascii });
}

/** Two clauses of the linked sentence, one carried: half, and as open as the one that is even. */
const CLAUSES: AlignmentClauses = {
  upstream: [
    {
      unit: 'p/一.1',
      clauses: [
        { start: 0, end: 4, state: 'carried', score: 1, by: ['c/一.1'] },
        { start: 4, end: 11, state: 'missing', score: 0.5, by: [] },
      ],
    },
  ],
  downstream: [],
};

/** By clause where clauses are judged, by sentence where they are not. */
function covered(change: {
  readonly ascii?: boolean;
  readonly ambiguousWidth?: 1 | 2;
  readonly clauses?: AlignmentClauses;
}): string {
  const { clauses, ...look } = change;
  const report = coverage({ ...linked, ...(clauses && { clauses }) }, new Map(), []);
  const grain = clauses === undefined ? 'sentence' : 'clause';
  return renderCoverage([report], [], { ...VIEW, grain, ...look });
}

function sideBySide(width: number): string {
  return renderComparison(compareSides(alignments, tools), {
    width,
    layout: 'side-by-side',
    words: COMPARE_WORDS.en,
    addressOf,
  });
}

/** Lines that the drawing must have, in this order; others may stand between them. */
const ROWS: readonly [name: string, drawn: () => string, lines: readonly string[]][] = [
  [
    'links: sections and sentences each by their own signs',
    () => renderLinks([housing], { width: 72, words: COMPARE_WORDS.en, addressOf }),
    [
      'jiangbei → linjiang  10 links',
      'jiangbei:一 → linjiang:1  = counterpart  0.95',
      'jiangbei:一.2 → linjiang:1.2  ~ adapted  0.91',
      'jiangbei:一.4 jiangbei:三.2 → linjiang:2.4  ≈ paraphrased  0.52  ↷ moved',
      '  ? doubtful',
    ],
  ],
  [
    'tree: sections, run-in text and paragraphs below them',
    () =>
      tree(
        '关于住房的实施方案\n一、总体要求\n　　坚持租购并举。\n二、主要任务\n（一）建设保障房\n　　每年建设一万套。\n',
      ),
    [
      '关于住房的实施方案',
      '├ 一、总体要求                                       13 chars  lines 2–3',
      '│ └ ¶ 坚持租购并举。…                                   7 chars  lines 3',
      '└ 二、主要任务                                       22 chars  lines 4–6',
      '  └ （一）建设保障房                                 16 chars  lines 5–6',
      '    └ ¶ 每年建设一万套。…                               8 chars  lines 6',
    ],
  ],
  [
    'tree: what runs in counts once, a heading of its own with its text',
    () =>
      tree('节水方案\n一、总体要求\n（一）改造渠道。三年内完成。\n（二）新建泵站\n　　三座。\n'),
    [
      '└ 一、总体要求                                       30 chars',
      '  ├ （一）改造渠道                                     14 chars',
      '  └ （二）新建泵站                                   10 chars',
    ],
  ],
  [
    'tree: by what the documents of a compendium were told apart',
    () => tree(projectFile('fixtures/compendium/source.txt')),
    ['12 documents in ', 'begins here because of: '],
  ],
  [
    'theme changes: none',
    () => renderThemeChanges([], { idle: [], shadowed: [], overlaps: [], counts: [] }, VIEW),
    ['No theme file differs'],
  ],
  [
    'tree: a text without a title, clean-up by name',
    () => tree('每年建设１万套。\n\n坚持 租购并举。\n'),
    ['—', 'cleaned up: blank 1, full-width 1'],
  ],
  [
    'corpus: titles wrapped below their facts, two columns in',
    () =>
      renderCorpusList(
        [
          {
            id: 'a',
            title: '关于建设住房保障体系的若干意见',
            level: 'city',
            kind: 'plan',
            date: null,
            aliases: ['wuhan'],
          },
        ],
        { ...VIEW, width: 21 },
      ),
    ['a  city  plan  —  @wuhan', '  关于建设住房保障体', '  系的若干意见'],
  ],
  [
    'explanation: what a model of the user’s own said, of two sentences',
    () =>
      explained({
        ownModel: true,
        components: [{ name: 'meaning', value: 0.4567, contribution: 0.01 }],
      }),
    ['Your own model spoke too: half of “related words” (0.46) is what it'],
  ],
  [
    'explanation: and of two sections',
    () => explained({ ownModel: true, grain: 'section' }),
    ['Your own model spoke too, of the sentences inside.'],
  ],
  [
    'explanation: the strongest first, bars by their share of it, what rounds to nothing left out',
    () =>
      explained({
        sharedWording: ['建设数据交易中心'],
        components: [
          { name: 'b', value: 0.25, contribution: -0.617 },
          { name: 'a', value: 0.5, contribution: 1.234 },
          { name: 'c', value: 0, contribution: 0.04 },
          { name: 'd', value: 1, contribution: 0.3085 },
        ],
      }),
    [
      'p:一.1 → c:一.1 · not linked, score 0.88',
      'Shared wording: 建设数据交易中心',
      '│ a             │ 0.500 │    +1.23 │ ++++++++++++ │',
      '├───────────────┼───────┼──────────┼──────────────┤',
      '│ b             │ 0.250 │    -0.62 │ ------       │',
      '├───────────────┼───────┼──────────┼──────────────┤',
      '│ d             │ 1.000 │    +0.31 │ +++          │',
      '└───────────────┴───────┴──────────┴──────────────┘',
    ],
  ],
  [
    'explanation: below the threshold, nothing shared, a rival',
    () =>
      explained({
        score: 0.2,
        rivals: { upstream: [{ id: 'p/一.1', score: 0.3 }], downstream: [] },
      }),
    [
      'Links are made from 0.40.',
      'No shared wording.',
      'Other candidates for c:一.1',
      '  0.30  p:一.1  加快建设数据交易中心。',
      'Other candidates for p:一.1',
      '  none',
    ],
  ],
  ['commitment', () => commitment(false), ['↓ weaker  加快 3 → 探索 1']],
  ['commitment in ASCII', () => commitment(true), ['v weaker  加快 3 → 探索 1']],
  [
    'coverage',
    () => covered({}),
    ['│ whole text │ 100% ████████ 1/1 │', '│            │ =0 ~1 ≈0 -0 +0    │'],
  ],
  [
    'coverage in ASCII',
    () => covered({ ascii: true }),
    ['| whole text | 100% ######## 1/1 |', '|            | =0 ~1 *0 -0 +0    |'],
  ],
  [
    'coverage where ambiguous characters are wide',
    () => covered({ ambiguousWidth: 2 }),
    ['| whole text | 100% ######## 1/1 |', '|            | =0 ~1 ≈0 -0 +0   |'],
  ],
  [
    'coverage by clause',
    () => covered({ clauses: CLAUSES }),
    ['│ whole text │  50% ████···· ±25 │', '│            │ =1 ~0 -1          │'],
  ],
  [
    'coverage by clause in ASCII',
    () => covered({ clauses: CLAUSES, ascii: true }),
    ['| whole text |  50% ####.... +-25 |', '|            | =1 ~0 -1           |'],
  ],
  [
    'three levels in three panes where there is room',
    () => sideBySide(150),
    ['一、完善住房保障体系                             │ 1.完善住房保障体系'],
  ],
  [
    'three levels in two panes and the third below',
    () => sideBySide(149),
    [
      '一、完善住房保障体系                                                      │ 1.完善住房保障体系',
      '  → dongcheng  + local  dongcheng:a.1',
    ],
  ],
];

describe('drawings for the terminal', () => {
  test.each(ROWS)('%s', (_name, drawn, expected) => {
    const text = drawn();
    const lines = text.split('\n').map((line) => line.trimEnd());
    let from = 0;
    const found = expected.map((line) => {
      const at = lines.findIndex((own, i) => i >= from && own.startsWith(line));
      from = at + 1;
      return at < 0 ? undefined : line;
    });
    expect(found, text).toEqual(expected);
  });

  test('tree: a file that is one document is not counted', () => {
    expect(tree('节水方案\n一、总体要求\n　　三座。\n')).not.toContain('document');
  });

  test('brief: says how many are left out only where some are', () => {
    const { brief } = sampleReport().pairs[0]!;
    const drawn = (limit: number): string =>
      renderBrief(brief, { themes: [], limit, whole: false }, VIEW);
    expect(drawn(1)).toMatch(/\([1-9]\d* more\)$/m);
    expect(drawn(1000)).not.toMatch(/^\S.* more\)$/m);
  });

  test.each([
    [0.25, '░'],
    [0.26, '▒'],
    [0.5, '▒'],
    [0.75, '▓'],
    [0.76, '█'],
    [1, '█'],
  ])('matrix: a share of %d is shaded %s', (share, shade) => {
    const head = (key: string) => ({ key, document: 'p', heading: key, units: 12 });
    const cell: MatrixCell = {
      ...{ upstream: '一', downstream: '甲', units: 3, share, shareDownstream: 0.1 },
    };
    const matrix = { upstream: [head('一')], downstream: [head('甲'), head('乙')], cells: [cell] };
    const sides = { upstream: { id: 'p', name: 'p' }, downstream: { id: 'c', name: 'c' } };
    const drawn = renderMatrices([{ ...sides, matrix }], VIEW).split('\n');
    expect(drawn).toContain(`   1   3${shade}   ·`);
  });
});
