import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  DOCUMENT_RULES,
  inspectDocument,
  type Knowledge,
  RULES,
  rulesMarkdown,
} from '../../src/check/index.js';
import { hasHead, readDocumentFile, readTheme } from '../../src/corpus/index.js';
import { levelOfCode, parse } from '../../src/parse/index.js';
import { segment } from '../../src/segment/index.js';
import { UserError } from '../../src/text/index.js';
import { ROOT } from '../support/root.js';
import { PARSE_OPTIONS, sourceOf } from '../support/sources.js';

const KNOWLEDGE: Knowledge = {
  regionName: (code) => PARSE_OPTIONS.regions.byCode.get(code)?.name,
  levelOfRegion: levelOfCode,
  findRegion: (text) => PARSE_OPTIONS.regions.find(text),
  misreadings: [['(?<!自)己经', '已经']],
};

const HEAD =
  "---\nid: sample-2021\ntitle: 关于做好有关工作的意见\nlevel: province\nregion: '420000'\nkind: opinion\n---\n关于做好有关工作的意见\n";

/** Rules that fire on a text, each as `rule line:column`. */
function fired(example: string): string[] {
  const text = hasHead(example) ? example : `${HEAD}${example}\n`;
  const source = sourceOf(text, 'sample.txt', 'paragraphs');
  const parsed = parsedOf(text, source);
  return inspectDocument({
    path: 'sample.txt',
    text,
    knowledge: KNOWLEDGE,
    ...(parsed !== undefined && { parsed, units: segment(parsed.documents[0]!) }),
  })
    .findings.filter(({ severity }) => severity !== 'info')
    .map(({ rule, place }) => `${rule} ${place.line}:${place.column}`);
}

function parsedOf(text: string, source: ReturnType<typeof sourceOf>) {
  try {
    const { head, bodyStart } = readDocumentFile(text, 'sample.txt');
    const { region: _, source: __, ...stated } = head;
    return parse(source, { ...PARSE_OPTIONS, single: true, stated, from: bodyStart });
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

const rulesOf = (example: string): string[] => [
  ...new Set(fired(example).map((item) => item.split(' ')[0]!)),
];

describe('examples of the document rules', () => {
  const rows = DOCUMENT_RULES.filter(({ id }) => id !== 'head-source-mismatch').map((rule) => ({
    id: rule.id,
    rule,
  }));
  it.each(rows)('$id finds its bad example and nothing else in it', ({ rule }) => {
    expect(rulesOf(rule.bad)).toEqual([rule.id]);
  });
  it.each(rows)('$id is content with its good example', ({ rule }) => {
    expect(fired(rule.good)).toEqual([]);
  });
});

/** `body → findings`; the body begins in line 9, after head and title. */
const CASES: readonly (readonly [name: string, body: string, expected: readonly string[]])[] = [
  ['a blank between Latin words stays', '支持 open source 社区发展。', []],
  ['spread names', '组长：张　三，副组长：李　四。', []],
  ['a quotation over two paragraphs', '会议指出：“要坚持稳中求进。\n要坚持系统观念。”', []],
  ['list marks with half a bracket', '主要有：1）产业；2）生态。', []],
  ['nested quotes', '讲话强调“要讲好‘两山’故事”。', []],
  ['time and ratio keep the half-width colon', '比例为3:1，时间为9:30。', []],
  ['English in brackets', '推进（PPP）模式和GDP(gross)核算。', []],
  ['自己经营 is no misreading', '引导农户自己经营。', []],
  ['a note after the full stop', '详见有关通知。（此件公开发布）', []],
  [
    'two faults in a line have columns of their own',
    '推进 创新，增长１２%。',
    ['stray-blank 9:3', 'mixed-width 9:9'],
  ],
  ['rare characters count as one column', '𠮷祥１号。', ['mixed-width 9:3']],
];

describe('tricky texts', () => {
  it.each(CASES)('%s', (_, body, expected) => {
    expect(fired(body)).toEqual(expected);
  });
});

describe('registry', () => {
  it('has every id once, in kebab-case', () => {
    const ids = RULES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z]+(?:-[a-z]+)+$|^misreading$/);
  });

  it('docs/rules.md is what the registry says', () => {
    expect(readFileSync(join(ROOT, 'docs/rules.md'), 'utf8')).toBe(rulesMarkdown(RULES));
  });
});

describe('a fingerprint in a lock', () => {
  it('is that of the English words for a fault of a theme file', () => {
    const content = 'id: water\nlabels: {zh: 水利, en: water}\nterms: [水]\n';
    const { problems } = readTheme(content, 'water.yaml');
    const rule = RULES.find(({ id }) => id === 'theme-invalid');
    if (rule?.scope !== 'corpus') throw new Error('theme-invalid looks at the corpus');
    const themes = [{ path: 'water.yaml', content, problems }];
    const state = {
      corpusPath: '',
      documents: [],
      faults: [],
      themes,
      uses: new Map(),
      yardstick: [],
      pairs: [],
    };
    expect(rule.run(state).map(({ key }) => key)).toEqual([
      '"水" is one character and would match everywhere',
    ]);
  });
});
