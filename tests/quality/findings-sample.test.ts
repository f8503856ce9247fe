import { describe, expect, it } from 'vitest';
import { projectFile } from '../support/corpus.js';

/** The texts are not part of the project: `tests/quality/sample.mjs check FOLDER` reads them again. */
describe.each(['targets', 'commitment', 'phrases', 'check', 'themes'])(
  'hand-read sample of %s',
  (name) => {
    const text = projectFile(`fixtures/quality/${name}.tsv`);
    const rows = text
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => line.split('\t'));
    const right = rows.filter(([, , verdict]) => verdict === 'right').length;

    it('has at least 60 rows of digest, documents and verdict', () => {
      expect(rows.length).toBeGreaterThanOrEqual(60);
      const odd = rows.filter(
        ([digest = '', documents = '', verdict = '']) =>
          !/^[0-9a-f]{16}$/u.test(digest) ||
          documents === '' ||
          !['right', 'wrong', 'worthless'].includes(verdict),
      );
      expect(odd).toEqual([]);
    });

    it('states its own precision, at least 0.85', () => {
      const stated = `# precision ${right}/${rows.length} = ${(right / rows.length).toFixed(2)}`;
      expect(text).toContain(stated);
      expect(right / rows.length).toBeGreaterThanOrEqual(0.85);
    });
  },
);
