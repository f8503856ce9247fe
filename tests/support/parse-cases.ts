import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBytes } from '../../src/ingest/index.js';
import type { LineHint, LineRole, SourceText } from '../../src/model/index.js';
import { lineIndex } from '../../src/text/index.js';
import { ROOT } from './root.js';
import { sourceOf } from './sources.js';

export const PARSE_CASES = join(ROOT, 'fixtures/parse');

export const parseCases = (): readonly string[] => readdirSync(PARSE_CASES).sort();

/**
 * The source of a parse case: `input.txt`, or `input.md` as the importer reads it. `hints.txt` stands for what
 * the PDF importer knows of a printed line: `7 left=12 right=2 role=footnote`, lines counted from 1.
 */
export async function caseSource(name: string): Promise<SourceText> {
  const file = (suffix: string): string => join(PARSE_CASES, name, suffix);
  if (existsSync(file('input.md'))) {
    return readBytes(new Uint8Array(readFileSync(file('input.md'))), `${name}.md`);
  }
  const text = readFileSync(file('input.txt'), 'utf8');
  if (!existsSync(file('hints.txt'))) return sourceOf(text, `${name}.txt`);
  const { starts } = lineIndex(text);
  const hints = readFileSync(file('hints.txt'), 'utf8')
    .trim()
    .split('\n')
    .map((row): LineHint => {
      const [line, ...facts] = row.split(' ');
      const fact = Object.fromEntries(facts.map((each) => each.split('=')));
      return {
        start: starts[Number(line) - 1] ?? 0,
        ...(fact.left !== undefined && { left: Number(fact.left) }),
        ...(fact.right !== undefined && { right: Number(fact.right) }),
        ...(fact.role !== undefined && { role: fact.role as LineRole }),
      };
    });
  return { ...sourceOf(text, `${name}.txt`, 'wrapped'), hints };
}
