import { describe, expect, it } from 'vitest';
import { readCommitmentLexicon } from '../../src/corpus/index.js';
import { compileCommitment, gradeCommitment } from '../../src/findings/index.js';
import { projectFile } from '../support/corpus.js';

const lexicon = compileCommitment(
  readCommitmentLexicon(projectFile('corpus/lexicon/commitment.yaml'), 'commitment.yaml'),
);
const rows = projectFile('fixtures/commitment/sentences/expected.tsv')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split('\t') as [string, string, string]);

describe('commitment against hand grades', () => {
  it.each(rows)('%s %s | %s', (grade, words, text) => {
    const found = gradeCommitment({ id: 'x', text, markerLength: 0 }, lexicon);
    expect({
      grade: String(found?.grade ?? '-'),
      words: (found?.clauses ?? []).map((clause) => clause.word).join(' '),
    }).toEqual({ grade, words });
  });
});
