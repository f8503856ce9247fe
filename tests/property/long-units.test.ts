import { describe, expect, it } from 'vitest';
import { align, labelThemes } from '../../src/align/index.js';
import { readTargetLexicon } from '../../src/corpus/index.js';
import { compileTargets, extractTargets } from '../../src/findings/index.js';
import { readBytes } from '../../src/ingest/index.js';
import { letterheadOf } from '../../src/ingest/letterhead.js';
import { sampleDocument, sampleSide } from '../support/alignment.js';
import { projectFile } from '../support/corpus.js';
import { ENGINE } from '../support/engine.js';

/** Long enough that what grows with its square, or is put on the stack, does not come to an end within the limit of a test. */
const LENGTH = 100_000;
const repeated = (piece: string) => piece.repeat(LENGTH / piece.length);

describe('one very long unit', () => {
  it.each([
    ['run of characters', '推进城市更新'],
    ['sentence of clauses', '推进城市更新，'],
    ['list', '城市更新、'],
    ['row of figures', '达到100万人以上，'],
  ])('is aligned with itself: a %s', (_name, piece) => {
    const side = (id: string, level: 'province' | 'city') =>
      sampleSide(id, sampleDocument(id, level, [['一', repeated(piece)]]));
    const { links } = align(side('up', 'province'), side('down', 'city'), { ...ENGINE });
    const sentences = links.filter(({ grain }) => grain === 'sentence');
    expect(sentences.map(({ relation }) => relation)).toEqual(['verbatim']);
  });

  it('has a theme', () => {
    const theme = {
      id: 'renewal',
      labels: { zh: '城市更新', en: 'renewal' },
      terms: [{ text: '城市更新', weight: 1 }],
      patterns: [],
      exclusions: [],
    };
    const document = sampleDocument('a', 'city', [['一', repeated('城市更新、')]]);
    expect(labelThemes(document, [theme]).map(({ grade }) => grade)).toEqual([2]);
  });

  it.each([
    ['digits', '1234567890', 0],
    ['figures', '达到100万人以上，', LENGTH / 10],
  ])('is read for targets: a row of %s', (_name, piece, count) => {
    const lexicon = compileTargets(
      readTargetLexicon(projectFile('corpus/lexicon/units.yaml'), 'units.yaml'),
    );
    const document = sampleDocument('a', 'city', [['一', repeated(piece)]]);
    expect(extractTargets(document, lexicon)).toHaveLength(count);
  });

  it('is no head of a Markdown file: lines that can be read in two ways', async () => {
    const lines = `---\n${'- :\n'.repeat(200)}正文。\n`;
    const { text } = await readBytes(Buffer.from(lines), 'a.md');
    expect(text).toContain('正文。');
  });

  it('is read for targets: a grant for each of each', () => {
    const lexicon = compileTargets(
      readTargetLexicon(projectFile('corpus/lexicon/units.yaml'), 'units.yaml'),
    );
    const each = sampleDocument('a', 'city', [['一', `给予${'每'.repeat(200)}户补助100万元。`]]);
    expect(extractTargets(each, lexicon)).toHaveLength(1);
  });

  it('is no letterhead', () => {
    expect(letterheadOf([['文件', repeated('推进城市更新')]])).toBeUndefined();
  });
});
