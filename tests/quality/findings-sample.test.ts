import { describe, expect, it } from 'vitest';
import { projectFile } from '../support/corpus.js';

/** Wanted of every finding. */
const WANTED = 0.85;
/** Whole samples that are short of it, with draws from before their faults were mended, and what was measured. A row goes when it is reached. */
const SHORT: Readonly<Record<string, number>> = { targets: 0.82 };
/** Fails where what is wanted is not reached; for those that are known to be short, where it is. */
const reaches = (name: string) => (name in SHORT ? it.fails : it);

const SAMPLES = [
  'targets',
  'commitment',
  'phrases',
  'brief',
  'check',
  'check-fresh',
  'edits',
  'themes',
];

/** The texts are not part of the project: `tests/quality/sample.mjs check FOLDER` reads them again. */
describe.each(SAMPLES)('hand-read sample of %s', (name) => {
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

  it('states its own precision, no less than was measured', () => {
    const stated = `# precision ${right}/${rows.length} = ${(right / rows.length).toFixed(2)}`;
    expect(text).toContain(stated);
    expect(right / rows.length).toBeGreaterThanOrEqual(SHORT[name] ?? WANTED);
  });

  reaches(name)('reaches what is wanted', () => {
    expect(right / rows.length).toBeGreaterThanOrEqual(WANTED);
  });
});

describe.each(['targets', 'commitment', 'phrases'])('last fresh set of %s', (name) => {
  const [, stated = '', body = ''] =
    /^# last fresh set (.*)\n([\s\S]*)$/mu.exec(projectFile(`fixtures/quality/${name}.tsv`)) ?? [];
  const rows = body.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const right = rows.filter((line) => line.endsWith('\tright')).length;

  it('has at least 60 rows, no fewer of them right than was measured, and says so', () => {
    expect(rows.length).toBeGreaterThanOrEqual(60);
    expect(right / rows.length).toBeGreaterThanOrEqual(WANTED);
    expect(stated).toBe(`${right}/${rows.length} = ${(right / rows.length).toFixed(2)}`);
  });

  it('reaches what is wanted', () => {
    expect(right / rows.length).toBeGreaterThanOrEqual(WANTED);
  });

  it('is of papers of their own', () => {
    const documents = (lines: readonly string[]) =>
      new Set(lines.map((line) => line.split('\t')[1] ?? '').filter((own) => own !== ''));
    const before = projectFile(`fixtures/quality/${name}.tsv`).split('# last fresh set')[0] ?? '';
    const known = documents(before.split('\n'));
    expect([...documents(rows)].filter((own) => known.has(own))).toEqual([]);
  });
});
