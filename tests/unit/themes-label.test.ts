import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { labelThemes } from '../../src/align/themes/index.js';
import { readThemes } from '../../src/corpus/theme-folder.js';
import type { Theme } from '../../src/model/index.js';
import { unitsOf } from '../support/themes-units.js';

const FOLDER = 'corpus/themes';

const themes = readThemes(
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => ({ path: name, content: readFileSync(`${FOLDER}/${name}`, 'utf8') })),
);

/** One line of a fixture: what a reader says of a sentence in its section. */
interface Case {
  readonly heads: readonly string[];
  readonly expected: 0 | 1 | 2;
  readonly text: string;
}

function casesOf(fixture: string): Case[] {
  let heads: string[] = [];
  return fixture.split('\n').flatMap((line) => {
    const section = /^\[(.*)\]$/u.exec(line);
    if (section) heads = section[1] === '' ? [] : section[1]!.split(' > ');
    const sentence = /^(\+2|\+1|-) (.+)$/u.exec(line);
    if (!sentence) return [];
    return {
      heads,
      expected: Math.max(0, Number(sentence[1]) || 0) as 0 | 1 | 2,
      text: sentence[2]!,
    };
  });
}

/** Judged within its section as in the corpus, so that the sentences around it count. */
function gradeOf(theme: Theme, { heads, text }: Case): number {
  const around = neighboursOf(heads.at(-1)).filter((other) => other !== text);
  const document = unitsOf([{ heads, sentences: [...around, text] }]);
  const unit = document.sentences.at(-1)!.id;
  return labelThemes(document, [theme]).find((label) => label.unit === unit)?.grade ?? 0;
}

const corpus = [
  'national/cewc-2020',
  'hubei/hubei-proposal-2020',
  'wuhan/wuhan-proposal-2020',
].flatMap((name) => readFileSync(`corpus/${name}.txt`, 'utf8').split('\n'));

/** Sentences of the paragraph that the heading opens. */
function neighboursOf(heading: string | undefined): string[] {
  if (heading === undefined) return [];
  const paragraph =
    corpus.find((line) => line.includes(`${heading}。`) && line.length < heading.length * 60) ?? '';
  return paragraph.split(/(?<=。)/u).slice(1);
}

describe('example sentences', () => {
  it('stand in a fixture for every theme of the corpus', () => {
    const fixtures = readdirSync('fixtures/themes').filter((name) => name.endsWith('.txt'));
    expect(fixtures.map((name) => name.replace('.txt', '')).sort()).toEqual(
      themes.map(({ id }) => id),
    );
  });

  for (const theme of themes) {
    const cases = casesOf(readFileSync(`fixtures/themes/${theme.id}.txt`, 'utf8'));
    it.each(cases.map((one) => [one.expected, one.text, one] as const))(
      `${theme.id} grade %s: %s`,
      (expected, _text, one) => {
        expect(gradeOf(theme, one)).toBe(expected);
      },
    );
  }
});

const water: Theme = {
  id: 'water',
  labels: { zh: '水', en: 'Water' },
  terms: [
    { text: '治水', weight: 1 },
    { text: '河道', weight: 0.5 },
    { text: '水价', weight: 0.5 },
    { text: '供水', weight: 0.3 },
    { text: '税务', weight: -0.7 },
  ],
  patterns: [{ text: '修[^，。]{0,4}堤', weight: 1 }],
  exclusions: ['治水电'],
};

/** Grades of the sentences of one document, 0 where there is no label; headings first. */
function gradesOf(
  heads: readonly string[],
  sentences: readonly string[],
  label?: string,
): number[] {
  const document = unitsOf([{ heads, sentences, ...(label !== undefined && { label }) }]);
  const labels = new Map(labelThemes(document, [water]).map(({ unit, grade }) => [unit, grade]));
  return document.sentences.map(({ id }) => labels.get(id) ?? 0);
}

describe('evidence of a sentence', () => {
  it.each<[name: string, sentence: string, grade: number]>([
    ['a full term that is the sentence', '加强治水。', 2],
    ['a full term in one clause of four', '加强治水，发展教育，繁荣文化，促进消费。', 1],
    ['a full term as one member of a list', '发展教育、治水、文化、体育、旅游事业。', 1],
    ['a weak term alone', '整治河道。', 0],
    ['two weak terms together', '整治河道，改革水价。', 2],
    ['one weak term twice', '整治河道，清理河道。', 0],
    ['a pattern', '修好大堤。', 2],
    ['a pattern over a clause end', '修路，筑堤。', 0],
    ['an exclusion', '整治水电。', 0],
    ['an exclusion beside the term', '整治水电，加强治水。', 2],
    ['half-width and full-width letters', '加强治水ＡＢ。', 2],
    ['nothing', '发展教育。', 0],
  ])('%s', (_name, sentence, grade) => {
    expect(gradesOf([], [sentence, '发展教育。'])[0]).toBe(grade);
  });
});

describe('context of a sentence', () => {
  const body = ['加强治水。', '推进治水改革。', '明确责任分工。', '修好大堤。'];
  it.each<[name: string, heads: string[], sentences: string[], expected: number[]]>([
    [
      'a section about the theme carries a sentence without a word of it',
      ['加强治水'],
      body,
      [2, 2, 2, 2, 2],
    ],
    ['dense neighbours alone do not', ['其他工作'], body, [0, 2, 2, 0, 2]],
    [
      'a heading alone does not',
      ['加强治水'],
      ['明确责任分工。', '发展教育。', '繁荣文化。'],
      [2, 0, 0, 0],
    ],
    [
      'a heading lets a weak term count',
      ['加强治水'],
      ['保障供水。', '发展教育。', '繁荣文化。'],
      [2, 2, 0, 0],
    ],
    [
      'a chapter helps a section',
      ['加强治水', '治水改革'],
      ['明确责任分工。', '发展教育。'],
      [2, 2, 2],
    ],
    [
      'what speaks against the theme is not carried',
      ['加强治水'],
      ['推进治水改革。', '修好大堤。', '改革税务。'],
      [2, 2, 2, 0],
    ],
  ])('%s', (_name, heads, sentences, expected) => {
    expect(gradesOf(heads, sentences)).toEqual(expected);
  });

  it('the title of the document counts as a chapter', () => {
    const document = unitsOf([
      { heads: ['治水改革'], sentences: ['明确责任分工。', '发展教育。'] },
    ]);
    const titled = { ...document, head: { ...document.head, title: '关于加强治水的意见' } };
    expect(labelThemes(document, [water])).toHaveLength(1);
    expect(labelThemes(titled, [water])).toHaveLength(3);
  });

  it('a short first sentence works as a heading', () => {
    expect(gradesOf([], ['加强治水。', '修好大堤。', '明确责任分工。', '推进治水改革。'])).toEqual([
      2, 2, 2, 2,
    ]);
  });

  it('does not reach paragraphs that a lead-in opens, nor past the paragraph of a point', () => {
    const document = unitsOf([
      { heads: ['加强治水'], sentences: ['修好大堤。', '推进治水改革。'], label: '一是' },
    ]);
    const section = document.sections[0]!.id;
    const closing = ['会议强调，明确责任分工。', '各地负责同志参加会议。'].map((text, i) => ({
      ...document.sentences[1]!,
      id: `closing${i}`,
      paragraph: `closing${i}`,
      section,
      text,
    }));
    const whole = { ...document, sentences: [...document.sentences, ...closing] };
    expect(labelThemes(whole, [water]).map(({ unit }) => unit)).toEqual(
      document.sentences.map(({ id }) => id),
    );
  });

  it('is named in the evidence, marked', () => {
    const document = unitsOf([{ heads: ['加强治水'], sentences: body }]);
    const carried = labelThemes(document, [water])[3];
    expect(carried).toEqual({
      unit: 'test/0.s3',
      theme: 'water',
      grade: 2,
      score: 0.7,
      evidence: ['section:治水'],
    });
  });
});
