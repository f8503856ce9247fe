import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Block, PolicyDocument } from '../../src/model/index.js';
import { readDocuments } from '../../src/pipeline/read.js';
import { openWorkspace } from '../../src/pipeline/workspace.js';
import { inFolder } from '../support/cli.js';
import { NEIGHBOUR_FILES } from '../support/neighbour-files.js';
import { ROOT } from '../support/root.js';

/**
 * Small papers beside those of `fixtures/papers`: other numbers, other words, other formats of the same kinds.
 *
 * A row of `fixtures/neighbours/*.txt` is `=== name · ending`, the file, `>>>`, and what is understood of it:
 * title; level, kind, date, number, issuer; a line for each element; the tree (`·` a paragraph, `=` a row of
 * a table); and, where the words matter, the paragraphs, indented.
 */
const FOLDER = join(ROOT, 'fixtures/neighbours');

interface Row {
  readonly name: string;
  readonly file: string;
  readonly content: string | Uint8Array;
  readonly expected: readonly string[];
}

function rowsOf(text: string): Row[] {
  return text
    .split(/^=== /m)
    .slice(1)
    .map((row): Row => {
      const [opening = '', ...rest] = row.split('\n');
      const [content = '', expected = ''] = rest.join('\n').split('\n>>>\n');
      const [name = '', ending = ''] = opening.split(' · ');
      return { name, file: `a.${ending}`, content, expected: expected.trimEnd().split('\n') };
    });
}

function tree(blocks: readonly Block[]): string {
  return blocks
    .map((block) => {
      if (block.type === 'paragraph') return block.table === true ? '=' : '·';
      const inner = block.runIn || block.heading === '' ? block.children.slice(1) : block.children;
      const below = inner.length === 0 ? '' : `(${tree(inner)})`;
      return `${block.label}${block.heading}${below}`;
    })
    .join(' ');
}

const paragraphs = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) =>
    block.type === 'paragraph' ? [`  ${block.content.text}`] : paragraphs(block.children),
  );

function understood(document: PolicyDocument, withWords: boolean): string[] {
  const { title, level, kind, date, number, issuer, elements, children } = document;
  return [
    title,
    [level, kind, date, number, issuer].map((field) => field ?? '-').join(' | '),
    ...elements.flatMap((element) =>
      element.kind === 'title' ? [] : [`${element.kind} ${element.text}`],
    ),
    tree(children),
    ...(withWords ? paragraphs(children) : []),
  ];
}

async function check({ file, content, expected }: Row): Promise<void> {
  await inFolder(async (folder) => {
    const path = join(folder, file);
    writeFileSync(path, content);
    const { documents } = await readDocuments(openWorkspace(ROOT), path, {});
    const withWords = expected.some((line) => line.startsWith('  '));
    expect(documents.flatMap((document) => understood(document, withWords))).toEqual(expected);
  });
}

describe.each(readdirSync(FOLDER).sort())('%s', (group) => {
  it.each(rowsOf(readFileSync(join(FOLDER, group), 'utf8')))('$name ($file)', check);
});

describe('papers of Word and PDF', () => {
  it.each(NEIGHBOUR_FILES)('$name', check);
});

describe('lists past a hundred', () => {
  const numbers = Array.from({ length: 105 }, (_, i) => i + 1);

  it.each<[name: string, file: string, label: (n: number) => string, gap: string]>([
    ['with 、', 'a.txt', (n) => `${n}、`, '\n\n'],
    ['in brackets', 'a.txt', (n) => `（${n}）`, '\n\n'],
    ['one a line', 'a.txt', (n) => `${n}.`, '\n'],
    ['of Markdown', 'a.md', (n) => `${n}. `, '\n'],
  ])('%s', async (_name, file, label, gap) => {
    const items = numbers.map((n) => `${label(n)}修好渠道，由第${n}组负责。`).join(gap);
    await inFolder(async (folder) => {
      const path = join(folder, file);
      writeFileSync(path, `青禾省年度任务清单\n\n一、任务\n\n${items}\n`);
      const { documents } = await readDocuments(openWorkspace(ROOT), path, {});
      const [section] = documents[0]?.children ?? [];
      const labels =
        section?.type === 'section'
          ? section.children.map((child) => (child.type === 'section' ? child.label : ''))
          : [];
      expect(labels).toEqual(numbers.map((n) => label(n).trim()));
      expect(documents[0]?.furniture).toEqual([]);
    });
  });
});
