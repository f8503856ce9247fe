import { describe, expect, it } from 'vitest';
import { readTargetLexicon } from '../../src/corpus/index.js';
import { compileTargets, extractTargets } from '../../src/findings/index.js';
import type { DocumentUnits, Target } from '../../src/model/index.js';
import { corpusDocument, projectFile } from '../support/corpus.js';

interface Row {
  readonly document: string;
  readonly kind: string;
  readonly value: string;
  readonly unit: string;
  readonly context: string;
}

const rows: Row[] = projectFile('fixtures/targets/proposals/expected.tsv')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => {
    const [document, kind, value, unit, context] = line.split('\t') as [
      string,
      string,
      string,
      string,
      string,
    ];
    return { document, kind, value, unit, context };
  });
const lexicon = compileTargets(
  readTargetLexicon(projectFile('corpus/lexicon/units.yaml'), 'units.yaml'),
);

/** Place of the bracketed number in the document's sentences laid end to end. */
function locate(text: string, row: Row): { start: number; end: number } {
  const plain = row.context.replaceAll(/[【】]/gu, '');
  const at = text.indexOf(plain);
  if (at < 0) throw new Error(`not in ${row.document}: ${row.context}`);
  return { start: at + row.context.indexOf('【'), end: at + row.context.indexOf('】') - 1 };
}

function laidOut(document: DocumentUnits): { text: string; offsets: Map<string, number> } {
  const offsets = new Map<string, number>();
  let text = '';
  for (const sentence of document.sentences) {
    offsets.set(sentence.id, text.length);
    text += sentence.text;
  }
  return { text, offsets };
}

const shown = (target: Target) =>
  `${target.value}${target.upper === undefined ? '' : `..${target.upper}`}`;

function compare(id: string): {
  right: string[];
  wrong: string[];
  missed: string[];
  trapped: string[];
} {
  const document = corpusDocument(id);
  const { text, offsets } = laidOut(document);
  const expected = rows
    .filter((row) => row.document === id)
    .map((row) => ({ row, ...locate(text, row) }));
  const left = new Set(expected);
  const result = {
    right: [] as string[],
    wrong: [] as string[],
    missed: [] as string[],
    trapped: [] as string[],
  };
  for (const target of extractTargets(document, lexicon)) {
    const start = offsets.get(target.sentence)! + target.start;
    const end = start + target.text.length;
    const at = expected.find((item) => item.start < end && start < item.end);
    const said = `${target.kind} ${shown(target)} ${target.unit} ${target.text}`;
    if (at?.row.kind === 'name') result.trapped.push(said);
    else if (
      at !== undefined &&
      at.row.kind === target.kind &&
      at.row.value === shown(target) &&
      at.row.unit === target.unit
    ) {
      result.right.push(said);
      left.delete(at);
    } else result.wrong.push(said);
  }
  result.missed = [...left]
    .filter((item) => item.row.kind !== 'name')
    .map((item) => item.row.context);
  return result;
}

describe('targets against the hand list', () => {
  it('has at least 80 quantities and deadlines', () => {
    expect(rows.filter((row) => row.kind !== 'name').length).toBeGreaterThanOrEqual(80);
  });

  it.each([
    'hubei-proposal-2020',
    'wuhan-proposal-2020',
    'hubei-explanation-2020',
    'wuhan-explanation-2020',
  ])('%s: everything found, nothing else', (id) => {
    const { right, ...faults } = compare(id);
    expect(right.length).toBeGreaterThan(0);
    expect(faults).toEqual({ wrong: [], missed: [], trapped: [] });
  });
});
