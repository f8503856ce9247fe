import { describe, expect, it } from 'vitest';
import {
  readCommitmentLexicon,
  readPhraseLexicon,
  readTargetLexicon,
} from '../../src/corpus/index.js';

const UNITS =
  'units: {money: {yuan: {元: 1}}}\nbounds: {before: {}, after: {}}\naspirations: []\nverbs: []\nincreases: []\ndecreases: []\nnames: []\nplaces: []\n';
const GRADES =
  'grades: {4: {reason: r, words: [必须]}}\nexclusions: []\nadverbs: []\nnegations: []\nnoun-tails: []\n';
const SEEDS = 'edges: {start: 的, end: 的}\nseeds:\n  - text: 甲乙丙丁\n';

describe('lexicon files', () => {
  it('reads what is well formed', () => {
    expect(readTargetLexicon(UNITS, 'u.yaml').units).toEqual([
      { text: '元', unit: 'yuan', factor: 1, kind: 'money' },
    ]);
    expect(readCommitmentLexicon(GRADES, 'c.yaml').words).toEqual([
      { text: '必须', grade: 4, ambiguous: false },
    ]);
    expect(readPhraseLexicon(SEEDS, 's.yaml').seeds).toEqual([{ text: '甲乙丙丁', variants: [] }]);
  });

  it.each([
    [
      'units.yaml',
      (path: string) => readTargetLexicon(UNITS, path),
      () => readTargetLexicon(UNITS.replace('aspirations: []', 'aspirations: [力争]'), 'a.yaml'),
    ],
    [
      'commitment.yaml',
      (path: string) => readCommitmentLexicon(GRADES, path),
      () => readCommitmentLexicon(GRADES.replace('必须', '应当'), 'a.yaml'),
    ],
    [
      'set-phrases.yaml',
      (path: string) => readPhraseLexicon(SEEDS, path),
      () => readPhraseLexicon(SEEDS.replace('甲乙丙丁', '戊己庚辛'), 'a.yaml'),
    ],
  ])('reads %s once, and anew when it was edited', (_, read, edited) => {
    const first: unknown = read('a.yaml');
    expect(edited()).not.toEqual(first);
    expect(read('a.yaml')).toBe(first);
  });

  it('says a fault under the path of each file, though the text is the same', () => {
    for (const path of ['u.yaml', 'v.yaml', 'u.yaml'])
      expect(() => readTargetLexicon('units: [', path)).toThrow(new RegExp(`^${path}:1:`));
  });

  it.each([
    ['broken YAML', () => readTargetLexicon('units: [', 'u.yaml'), /u\.yaml:1:\d+/],
    [
      'unknown key',
      () => readTargetLexicon(`${UNITS}extra: 1\n`, 'u.yaml'),
      /u\.yaml:9:1: unknown key "extra" in the file/,
    ],
    ['missing key', () => readTargetLexicon('units: {}\n', 'u.yaml'), /"bounds" is missing/],
    [
      'factor that is no number',
      () => readTargetLexicon(UNITS.replace('元: 1', '元: many'), 'u.yaml'),
      /u\.yaml:1:27: 元 is not a number/,
    ],
    [
      'unknown unit kind',
      () => readTargetLexicon(UNITS.replace('money', 'cash'), 'u.yaml'),
      /unknown key "cash" in units/,
    ],
    [
      'word with two grades',
      () =>
        readCommitmentLexicon(
          GRADES.replace('words: [必须]}', 'words: [必须]}, 3: {reason: r, words: [必须]}'),
          'c.yaml',
        ),
      /"必须" has two grades/,
    ],
    [
      'grade without a reason',
      () => readCommitmentLexicon(GRADES.replace('reason: r, ', ''), 'c.yaml'),
      /"reason" is missing in grade 4/,
    ],
    [
      'word twice',
      () => readCommitmentLexicon(GRADES.replace('[必须]', '[必须, 必须]'), 'c.yaml'),
      /"必须" stands twice/,
    ],
    [
      'seed without text',
      () => readPhraseLexicon(`${SEEDS}  - note: n\n`, 's.yaml'),
      /s\.yaml:4:5: "text" is missing in a seed/,
    ],
  ])('%s', (_, read, message) => expect(read).toThrow(message));
});
