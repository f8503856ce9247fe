import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openCache } from '../../src/corpus/cache.js';
import {
  fileHeadOf,
  readConfigFile,
  readCorpusFile,
  readDocumentFile,
  readLinksFile,
  readLockFile,
  readNamesFile,
  readSwapsFile,
  readThemeFile,
} from '../../src/corpus/index.js';
import type { Block } from '../../src/model/index.js';
import { readDocuments } from '../../src/pipeline/read.js';
import { storedText } from '../../src/pipeline/stored-form.js';
import { openWorkspace } from '../../src/pipeline/workspace.js';
import { UserError } from '../../src/text/index.js';
import { fuzzed } from '../support/fuzzed.js';
import { ROOT } from '../support/root.js';

const HEAD =
  "---\nid: a-plan\ntitle: 青禾市方案\nkind: plan\ndate: '2021-03'\nsource: { file: a.txt, lines: [1, 2], sha256: 'x' }\n---\n一、总则\n";
const LOCK = JSON.stringify({
  schema: 'duibiao.lock/1',
  engine: '1',
  findings: ['a'],
  documents: [{ id: 'a', path: 'a.txt', units: ['0123456789abcdef 坚持\t1'] }],
  pairs: [
    {
      upstream: { name: 'a', documents: ['a'] },
      downstream: { name: 'b', documents: ['b'] },
      links: ['verbatim a#1 > b#1'],
      coverage: ['housing 1/2'],
    },
  ],
});

const READERS: readonly (readonly [
  name: string,
  valid: string,
  read: (text: string) => unknown,
])[] = [
  ['head', HEAD, (text) => readDocumentFile(text, 'x')],
  [
    'corpus.yaml',
    'documents: [a.txt]\naliases: { n: [a, b], m: a }\nthemes: themes\n',
    (text) => readCorpusFile(text, 'x'),
  ],
  [
    'configuration',
    'check:\n  rules: { broken-line: off }\n  ignores:\n    - { rule: broken-line, reason: x, until: 2026-01-01 }\n  min-coverage: { housing: 0.5 }\n  pairs: [[a, b]]\n',
    (text) =>
      readConfigFile(text, 'x', ['broken-line'], { sides: ['a', 'b'], themes: ['housing'] }),
  ],
  [
    'theme',
    readFileSync(join(ROOT, 'corpus/themes/housing.yaml'), 'utf8'),
    (content) => readThemeFile({ path: 'x', content }),
  ],
  [
    'decisions',
    "- pin: { upstream: 'a:1', downstream: 'b:2', relation: adapted }\n  reason: x\n",
    (text) => readLinksFile(text, 'x', (address) => address),
  ],
  ['swaps', '- { upstream: 全省, downstream: 全市 }\n', (text) => readSwapsFile(text, 'x')],
  [
    'names',
    readFileSync(join(ROOT, 'corpus/lexicon/document-names.yaml'), 'utf8').slice(0, 2000),
    (text) => readNamesFile(text, 'x'),
  ],
  ['lock', LOCK, (text) => readLockFile(text, 'x')],
];

const { seed, runs } = fuzzed(150);

describe('a reader takes any text or says what is wrong with it', () => {
  it.each(READERS)('%s', (_name, valid, read) => {
    fc.assert(
      fc.property(hostile(valid), (text) => {
        try {
          read(text);
        } catch (error) {
          if (!(error instanceof UserError)) throw error;
          expect(`${error.message}${error.hint}`).not.toMatch(/\u001b|\n::/);
        }
      }),
      { seed, numRuns: runs },
    );
  });

  it('a cache gives what was kept, or makes it anew, whatever lies in its folder', () => {
    const folder = mkdtempSync(join(tmpdir(), 'duibiao-fuzz-'));
    try {
      const cache = openCache({ folder, version: '1' });
      const ask = (): unknown =>
        cache.remember(
          'labels',
          () => 'k',
          () => ({ a: [1] }),
        );
      ask();
      const path = join(folder, readdirSync(folder)[0] ?? '');
      const whole = readFileSync(path, 'utf8');
      fc.assert(
        fc.property(hostile(whole), (text) => {
          writeFileSync(path, text);
          expect(ask()).toEqual({ a: [1] });
        }),
        { seed, numRuns: runs },
      );
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('a stored text reads back', () => {
  it('whatever its lines look like', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'duibiao-fuzz-'));
    const ws = openWorkspace(folder);
    const path = join(folder, 'x.txt');
    const stored = join(folder, 'stored.txt');
    try {
      await fc.assert(
        fc.asyncProperty(fc.array(LINE, { minLength: 2, maxLength: 25 }), async (lines) => {
          writeFileSync(path, `青禾市实施方案\n\n${lines.join('\n')}\n`);
          const { documents } = await readDocuments(ws, path, { single: true });
          for (const document of documents) {
            const head = fileHeadOf(document, undefined);
            const content = storedText(ws, path, { ...head, id: 'x' }, document);
            writeFileSync(stored, content);
            const [again] = (await readDocuments(ws, stored)).documents;
            // Every letter of the tree as shown, in its order.
            expect(textsOf(again?.children ?? [])).toEqual(textsOf(document.children));
            expect(again?.title).toBe(document.title);
          }
        }),
        { seed, numRuns: runs },
      );
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

/** Texts of a tree's blocks, section by section. */
function textsOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) =>
    block.type === 'section'
      ? [block.content.text, ...textsOf(block.children)]
      : [block.content.text],
  );
}

/** Lines that heuristics like to take for something else. */
const LINE = fc.oneof(
  fc.constantFrom(
    '一、总体要求',
    '（一）工业节能。推进改造。',
    '1. 加强领导',
    '来源：青禾市政府网',
    '来源等方面的数据要保证完整。',
    '2',
    '— 3 —',
    '目录',
    '总则……………1',
    '青禾市人民政府',
    '2021年3月1日',
    '抄送：市委办公室。',
    '附件：1. 清单',
    '附件1',
    '专栏1 重点工程',
    '（责任单位：市发展改革委）',
    '各县区人民政府：',
    '\\title 不是标题',
    '青政发〔2021〕3号',
    '第一章 总则',
    '第一条 为了节能，制定本条例。',
    '（此件公开发布）',
    '',
    '　　为深入贯彻落实决策部署，制定本方案。',
    '推进节能改造，',
    '坚持节约优先。',
  ),
  fc.string({
    unit: fc.constantFrom(
      '节',
      '能',
      '，',
      '。',
      '、',
      '1',
      ' ',
      '\t',
      '（',
      '）',
      '一',
      '：',
      '\\',
    ),
    maxLength: 30,
  }),
);

const TOKENS = [
  '*a',
  '&a ',
  '!!js/function ',
  '<<: *a',
  '"\\e[31m\\n::error::"',
  '\u0000',
  '\ud800',
  '\u202e',
  '../..',
  '[[[[',
  '{{{{',
  '- - - ',
  '9999999999999999999',
  '__proto__',
  'constructor',
  '.inf',
  '~',
  '\ufeff',
  '---\n',
  '%YAML 9\n',
  '? ',
  '| \n',
  '🀄',
];

/** A text with stretches dropped, doubled, moved, and hostile words put in. */
function hostile(valid: string): fc.Arbitrary<string> {
  const edit = fc.record({
    at: fc.nat(valid.length),
    length: fc.nat(40),
    kind: fc.constantFrom('drop', 'double', 'token'),
    token: fc.constantFrom(...TOKENS),
  });
  return fc.oneof(
    {
      arbitrary: fc.array(edit, { maxLength: 6 }).map((edits) => edits.reduce(edited, valid)),
      weight: 9,
    },
    { arbitrary: fc.string({ unit: 'binary', maxLength: 200 }), weight: 1 },
  );
}

function edited(
  text: string,
  { at, length, kind, token }: { at: number; length: number; kind: string; token: string },
): string {
  if (kind === 'token') return text.slice(0, at) + token + text.slice(at);
  const stretch = text.slice(at, at + length);
  return kind === 'drop'
    ? text.slice(0, at) + text.slice(at + length)
    : text.slice(0, at) + stretch + text.slice(at);
}
