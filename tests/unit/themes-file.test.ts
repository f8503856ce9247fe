import { describe, expect, it } from 'vitest';
import { readTheme } from '../../src/corpus/theme-file.js';
import { readThemes } from '../../src/corpus/theme-folder.js';
import { findPatternFault } from '../../src/corpus/theme-pattern.js';
import { wordPhrase } from '../../src/messages/index.js';
import { UserError } from '../../src/text/index.js';

const HEAD = 'id: water\nlabels: {zh: 水, en: Water}\n';

describe('a theme file', () => {
  it('may group terms by weight', () => {
    const { theme, problems } = readTheme(
      `# 水\n${HEAD}terms:\n  1: # 足够\n    - 治水\n  0.5: [河道, 水价]\n  -0.7: [税务]\npatterns:\n  1: ['修.{0,3}堤']\nexclusions: [治水电]\n`,
      'water.yaml',
    );
    expect(problems).toEqual([]);
    expect(theme).toEqual({
      id: 'water',
      labels: { zh: '水', en: 'Water' },
      terms: [
        { text: '治水', weight: 1 },
        { text: '河道', weight: 0.5 },
        { text: '水价', weight: 0.5 },
        { text: '税务', weight: -0.7 },
      ],
      patterns: [{ text: '修.{0,3}堤', weight: 1 }],
      exclusions: ['治水电'],
    });
  });

  it('may list terms with their weights', () => {
    const { theme } = readTheme(
      `${HEAD}terms:\n  - 治水\n  - {text: 河道, weight: 0.5}\n`,
      'water.yaml',
    );
    expect(theme?.terms).toEqual([
      { text: '治水', weight: 1 },
      { text: '河道', weight: 0.5 },
    ]);
  });

  const TERMS = 'terms: [治水]\n';
  it.each<[name: string, text: string, line: number, column: number, code: string, say: RegExp]>([
    [
      'a misspelt key',
      `${HEAD}term: [治水]\n${TERMS}`,
      3,
      1,
      'theme/unknown-key',
      /Did you mean "terms"/,
    ],
    [
      'a misspelt key of labels',
      'id: water\nlabels: {zh: 水, en: W, ne: W}\nterms: [治水]\n',
      2,
      24,
      'theme/unknown-key',
      /"en"/,
    ],
    [
      'a missing key',
      'id: water\nlabels: {zh: 水, en: W}\n',
      1,
      1,
      'theme/missing-key',
      /"terms" is missing/,
    ],
    [
      'a missing label',
      `id: water\nlabels: {zh: 水}\n${TERMS}`,
      2,
      9,
      'theme/missing-key',
      /label "en"/,
    ],
    ['a bad id', `id: Big Water\nlabels: {zh: 水, en: W}\n${TERMS}`, 1, 5, 'theme/bad-id', /kebab/],
    [
      'a term twice',
      `${HEAD}terms:\n  1: [治水]\n  0.5: [河道, 治水]\n`,
      5,
      13,
      'theme/duplicate-term',
      /line 4/,
    ],
    [
      'a term that is an exclusion too',
      `${HEAD}${TERMS}exclusions:\n  - 治水\n`,
      5,
      5,
      'theme/duplicate-term',
      /line 3/,
    ],
    [
      'a weight out of range',
      `${HEAD}terms:\n  5: [治水]\n`,
      4,
      3,
      'theme/bad-weight',
      /from -1 to 1/,
    ],
    [
      'a weight of zero',
      `${HEAD}terms:\n  - {text: 治水, weight: 0}\n`,
      4,
      24,
      'theme/bad-weight',
      /not 0/,
    ],
    [
      'a weight in words',
      `${HEAD}terms:\n  strong: [治水]\n`,
      4,
      3,
      'theme/bad-weight',
      /0\.5 for needs company/,
    ],
    ['a term of one character', `${HEAD}terms: [水]\n`, 3, 9, 'theme/bad-term', /one character/],
    ['an empty term', `${HEAD}terms: ['']\n`, 3, 9, 'theme/bad-term', /not a text/],
    [
      'a pattern that does not compile',
      `${HEAD}${TERMS}patterns: ['修(堤']\n`,
      4,
      12,
      'theme/bad-pattern',
      /does not compile/,
    ],
    [
      'a pattern without a bound',
      `${HEAD}${TERMS}patterns: ['修.*堤']\n`,
      4,
      12,
      'theme/bad-pattern',
      /without a bound/,
    ],
    ['a list where a mapping belongs', '- 治水\n', 1, 1, 'theme/shape', /mapping/],
    ['an empty file', '', 1, 1, 'theme/shape', /mapping/],
    ['YAML that does not parse', `${HEAD}terms: [治水\n`, 4, 1, 'theme/yaml', /brackets/],
  ])('says where and what: %s', (_name, text, line, column, code, say) => {
    const { theme, problems } = readTheme(text, 'water.yaml');
    expect(theme).toBeUndefined();
    const [first] = problems;
    expect({
      path: first?.path,
      line: first?.line,
      column: first?.column,
      code: first?.code,
    }).toEqual({
      path: 'water.yaml',
      line,
      column,
      code,
    });
    expect([first!.problem, first!.advice].map((said) => wordPhrase(said, 'en')).join(' ')).toMatch(
      say,
    );
  });

  it('names every fault, in file order', () => {
    const { problems } = readTheme(
      'id: 水\nlabels: {zh: 水}\nterms: [水]\nextra: 1\n',
      'water.yaml',
    );
    expect(problems.map(({ line }) => line)).toEqual([1, 2, 3, 4]);
  });
});

describe('a folder of theme files', () => {
  it('refuses an id twice', () => {
    const content = `${HEAD}terms: [治水]\n`;
    const read = () =>
      readThemes([
        { path: 'a.yaml', content },
        { path: 'b.yaml', content },
      ]);
    expect(read).toThrow(UserError);
    expect(read).toThrow(/b\.yaml:1: the theme id "water" stands in a\.yaml already/);
  });

  it('stops at the first fault, with line and column', () => {
    const files = [{ path: 'a.yaml', content: `${HEAD}terms: [水]\n` }];
    expect(() => readThemes(files)).toThrow(/a\.yaml:3:9/);
  });
});

describe('a pattern', () => {
  it.each([
    '科技[^，。]{0,8}创新',
    '(?:国家|省级)[^，。]{0,6}实验室',
    '\\p{Script=Han}{2,4}示范区',
    '(?<=建设)[^，。；]{0,6}中心',
    '绿色[、，]?(?:低碳|循环)',
    '5[Gg]',
    '[*+?]创新',
    '\\u521b\\u65b0',
    '(?:[一二三]是){2}推进',
  ])('may be %s', (pattern) => {
    expect(findPatternFault(pattern)).toBeUndefined();
  });

  it.each<[pattern: string, say: RegExp]>([
    ['(a+)+b', /without a bound/],
    ['创新.*', /without a bound/],
    ['创新.{2,}', /without a bound/],
    ['(?:.{0,20}){0,20}创新', /too many ways/],
    ['(?:a?){40}b', /too many ways/],
    ['(?:a|a){30}b', /too many ways/],
    ['.{0,30}.{0,30}.{0,30}创新', /too many ways/],
    ['(创新)\\1', /back-reference/],
    ['(?<x>创新)\\k<x>', /back-reference/],
    ['(?:创新)?', /empty text/],
    ['创新(', /does not compile/],
    ['[创新', /does not compile/],
  ])('may not be %s', (pattern, say) => {
    const fault = findPatternFault(pattern);
    expect(fault && wordPhrase(fault.problem, 'en')).toMatch(say);
  });
});
