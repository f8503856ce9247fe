import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { learnTheme, tryTheme } from '../../src/align/themes/index.js';
import { answersText, editedTheme, readAnswers, readTheme } from '../../src/corpus/index.js';
import type { Theme, ThemeAnswer, ThemeEdit } from '../../src/model/index.js';
import { shippedEngine } from '../../src/pipeline/index.js';
import { cli, inFolder } from '../support/cli.js';
import { DOWN, FILES, SHARED, UP, writeIn } from '../support/guarded.js';
import { unitsOf } from '../support/themes-units.js';

const theme = (terms: Record<string, number>): Theme => ({
  id: 'water',
  labels: { zh: '治水', en: 'Water' },
  terms: Object.entries(terms).map(([text, weight]) => ({ text, weight })),
  patterns: [],
  exclusions: [],
});

const DOCUMENT = unitsOf(
  ['整治河道，疏浚湖泊。', '开行夜间公交。', '整治河道。', '疏浚湖泊。'].map((text) => ({
    heads: ['工作'],
    sentences: [text],
  })),
);

describe('trying a theme', () => {
  it('shows what only just belongs and only just does not before what surely does', () => {
    const tried = tryTheme(theme({ 河道: 0.85, 湖泊: 0.9, 公交: 0.2 }), [DOCUMENT]);
    expect(tried.map(({ text, labelled }) => `${labelled ? '+' : '?'} ${text}`)).toEqual([
      '? 疏浚湖泊。',
      '? 整治河道。',
      '+ 整治河道，疏浚湖泊。',
    ]);
  });
});

const answer = (text: string, yes: boolean): ThemeAnswer => ({ text, yes });

const LESSONS: readonly (readonly [
  name: string,
  terms: Record<string, number>,
  answers: readonly ThemeAnswer[],
  labelled: readonly string[],
  edits: readonly ThemeEdit[],
])[] = [
  [
    'a yes lifts the strongest weak term',
    { 河道: 0.5, 清淤: 0.3 },
    [answer('河道清淤。', true)],
    [],
    [{ kind: 'weight', text: '河道', from: 0.5, to: 1 }],
  ],
  [
    'a yes lifts no term that a no has',
    { 河道: 0.5 },
    [answer('整治河道。', true), answer('河道收费。', false)],
    [],
    [],
  ],
  [
    'a no lowers a term that no yes has',
    { 河道: 1 },
    [answer('河道收费。', false)],
    ['河道收费。'],
    [{ kind: 'weight', text: '河道', from: 1, to: 0.5 }],
  ],
  [
    'a no strikes out the weakest',
    { 河道: 1, 收费: 0.3 },
    [answer('停车收费。', false)],
    ['停车收费。'],
    [{ kind: 'weight', text: '收费', from: 0.3 }],
  ],
  [
    'a no excludes the longer word where the term is right elsewhere',
    { 创新: 1 },
    [answer('推动科技创新。', true), answer('创新模式。', false)],
    ['推动科技创新。', '创新模式。'],
    [{ kind: 'exclusion', text: '创新模式' }],
  ],
  ['what is right already changes nothing', { 河道: 1 }, [answer('河道。', true)], ['河道。'], []],
];

describe('learning from answers', () => {
  it.each(LESSONS)('%s', (_, terms, answers, labelled, edits) => {
    const { background } = shippedEngine();
    expect(learnTheme(theme(terms), answers, new Set(labelled), background).edits).toEqual(edits);
  });
});

const FILE = `# 治水
id: water
labels: { zh: 治水, en: Water }
terms:
  1:
    - 河道 # 要
  0.5:
    - 湖泊
    - 清淤 # 常见
`;

describe('edits of a theme file', () => {
  it('move terms between weights, add exclusions, and keep remarks', () => {
    const text = editedTheme(FILE, [
      { kind: 'weight', text: '湖泊', from: 0.5, to: 1 },
      { kind: 'weight', text: '清淤', from: 0.5, to: 0.3 },
      { kind: 'exclusion', text: '河道收费' },
    ]);
    expect(text).toMatch(/^# 治水\n/);
    expect(text).toContain('- 河道 # 要');
    const { theme: read, problems } = readTheme(text, 'water.yaml');
    expect(problems).toEqual([]);
    expect(read).toMatchObject({
      terms: [
        { text: '河道', weight: 1 },
        { text: '湖泊', weight: 1 },
        { text: '清淤', weight: 0.3 },
      ],
      exclusions: ['河道收费'],
    });
  });

  it('leave a flat list a list, and strike out', () => {
    const flat =
      'id: water\nlabels: { zh: 治水, en: Water }\nterms: [河道, { text: 湖泊, weight: 0.5 }]\n';
    const text = editedTheme(flat, [
      { kind: 'weight', text: '河道', from: 1, to: 0.5 },
      { kind: 'weight', text: '湖泊', from: 0.5 },
    ]);
    expect(readTheme(text, 'water.yaml').theme?.terms).toEqual([{ text: '河道', weight: 0.5 }]);
  });

  it('answers are read back; the last about a sentence holds', () => {
    const answers = [answer('甲。', true), answer('乙。', false), answer('甲。', false)];
    expect(readAnswers(answersText(answers), 'x')).toEqual([
      answer('甲。', false),
      answer('乙。', false),
    ]);
  });
});

describe('themes try', () => {
  it('takes yes and no into the file, keeps them, and prints the fit before and after', async () => {
    await inFolder(async (cwd) => {
      for (const [path, text] of Object.entries(FILES)) writeIn(cwd, path, text);
      const path = 'corpus/themes/homes.yaml';
      writeIn(
        cwd,
        path,
        'id: homes\nlabels: { zh: 居住, en: Homes }\nterms:\n  1: [新市民]\n  0.5: [加装电梯]\n',
      );
      const first = await cli(['themes', 'try', 'homes', '--width', '200'], { cwd });
      expect(first.out).toContain(`? hubei:二.3  ${SHARED.estates}`);
      expect(first.out).toContain(`+ hubei:二.2  ${SHARED.housing}`);
      expect(first.out).toContain('No answers yet');
      const taught = await cli(
        ['themes', 'try', 'homes', '--yes', 'hubei:二.3,hubei:二.2', '--width', '200'],
        { cwd },
      );
      expect(taught.out).toContain('加装电梯: 0.5 → 1');
      expect(taught.out).toContain('Against 2 answers: F1 0.67 → 1.00');
      expect(readFileSync(join(cwd, path), 'utf8')).toMatch(/1: \[\s*新市民, 加装电梯\s*\]/);
      const again = await cli(['themes', 'try', 'homes', '--width', '200'], { cwd });
      expect(again.out).toContain('Against 2 answers: F1 1.00');
      const wrong = await cli(['themes', 'try', 'homes', '--no', 'hubei:99'], { cwd });
      expect([wrong.code, wrong.err.includes('hubei:99')]).toEqual([2, true]);
      expect((await cli(['themes', 'try', 'nonesuch'], { cwd })).code).toBe(2);
    });
  });

  it('edits no theme of the program, and shows years where there are several', async () => {
    const { out, code } = await cli(['themes', 'try', 'housing', '--yes', 'hubei:1']);
    expect([code, out]).toEqual([2, '']);
    await inFolder(async (cwd) => {
      for (const [path, text] of Object.entries(FILES)) writeIn(cwd, path, text);
      writeIn(cwd, UP, FILES[UP]!.replace('2021-01-10', '2019-01-10'));
      writeIn(cwd, DOWN, FILES[DOWN]!);
      const tried = await cli(['themes', 'try', 'housing', '--lang', 'zh'], { cwd });
      expect(tried.out).toMatch(/2019\s+│?\s*2/);
    });
  });
});
