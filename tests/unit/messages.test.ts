import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as messages from '../../src/messages/index.js';
import { describeError, UserError } from '../../src/text/index.js';
import { chineseIn, englishIn } from '../support/language.js';
import { ROOT } from '../support/root.js';

const { catalogue, fill, inLanguages, phrase, sayIn, systemReason, wordPhrase } = messages;

describe('catalogue', () => {
  it('does not compile where the languages name other parameters', () => {
    const right = catalogue({ lost: { en: '{count} lost', zh: '丢失 {count} 个' } });
    // @ts-expect-error the Chinese text misspells the parameter
    catalogue({ lost: { en: '{count} lost', zh: '丢失 {cuont} 个' } });
    // @ts-expect-error the Chinese text leaves the parameter out
    catalogue({ lost: { en: '{count} lost', zh: '有丢失' } });
    expect(fill(right.lost.zh, { count: 2 })).toBe('丢失 2 个');
  });

  it('leaves a bracketed part out where its parameter is empty', () => {
    expect(fill('[near {name}? ]done', { name: '' })).toBe('done');
    expect(fill('[near {name}? ]done', { name: 'x' })).toBe('near x? done');
  });

  it('says a code of the system in words, and quotes one it does not know', () => {
    expect(systemReason('ENOSPC', 'zh')).toBe('磁盘空间不足，ENOSPC');
    expect(systemReason('constructor', 'zh')).toBe('constructor');
  });

  it('counts in words', () => {
    const text = '{count} {count|link|links}';
    expect([0, 1, 2].map((count) => fill(text, { count }))).toEqual([
      '0 links',
      '1 link',
      '2 links',
    ]);
  });
});

describe('words of a section', () => {
  const section = catalogue({
    none: { en: 'nothing', zh: '没有' },
    more: { en: '{count} more', zh: '另有 {count} 条' },
    kinds: { added: { en: 'added', zh: '新增' } },
    head: [
      { en: 'side', zh: '一方' },
      { en: 'of {all}', zh: '共 {all}' },
    ],
  });

  it('are texts, and functions of their parameters', () => {
    const { en, zh } = inLanguages(section);
    expect([en.none, en.more({ count: 2 }), en.kinds.added]).toEqual([
      'nothing',
      '2 more',
      'added',
    ]);
    expect([zh.head[0], zh.head[1]({ all: 3 })]).toEqual(['一方', '共 3']);
    // @ts-expect-error a parameter is misspelt
    const misspelt = () => en.more({ cuont: 2 });
    // @ts-expect-error there is no such text
    const unknown = () => en.nothing;
    expect([misspelt, unknown]).toHaveLength(2);
  });

  it('do not compile where one language is missing, in a group or list either', () => {
    // @ts-expect-error a text of a group has no Chinese
    catalogue({ kinds: { added: { en: 'added' } } });
    // @ts-expect-error a text of a list has other parameters in Chinese
    catalogue({ head: [{ en: 'of {all}', zh: '共 {al}' }] });
    expect(section.none.zh).toBe('没有');
  });

  it('are said by code', () => {
    const say = sayIn(messages.CLI_TEXTS, 'zh');
    expect(say('corpus.added', { path: 'a.txt' })).toBe('已加入 a.txt');
    // @ts-expect-error a parameter is left out
    const without = () => say('corpus.added');
    // @ts-expect-error there is no such text
    const unknown = () => say('corpus.add');
    expect([without, unknown]).toHaveLength(2);
  });
});

/** Every text below a value of the catalogue: `{ en, zh }` as written, or what a section says in one language. */
function textsIn(value: unknown, language: 'en' | 'zh', path: string): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') {
    const anything = new Proxy({}, { get: () => '7' });
    return [[path, String(value(anything))]];
  }
  if (typeof value !== 'object' || value === null) return [];
  const own = value as Record<string, unknown>;
  if ('en' in own && 'zh' in own) return textsIn(own[language], language, path);
  return Object.entries(own).flatMap(([key, part]) => textsIn(part, language, `${path}.${key}`));
}

/** Words of documents that stand in brackets after what they are examples of. */
const withoutExamples = (text: string): string => text.replaceAll(/\([^)]*\)/g, '');

describe('the whole catalogue', () => {
  const sections = Object.entries(messages).filter(([, value]) => typeof value === 'object');

  it('has no English sentence in Chinese, and no Chinese outside quotation marks in English', () => {
    const zh = sections.flatMap(([name, value]) => textsIn(value, 'zh', name));
    const en = sections.flatMap(([name, value]) => textsIn(value, 'en', name));
    expect(zh.length).toBeGreaterThan(2 * Object.keys(messages.PHRASES).length);
    expect(
      zh.flatMap(([path, text]) => (englishIn(text).length > 0 ? [[path, text]] : [])),
    ).toEqual([]);
    expect(
      en.flatMap(([path, text]) =>
        chineseIn(withoutExamples(text)).length > 0 ? [[path, text]] : [],
      ),
    ).toEqual([]);
  });
});

describe('what was cleaned up', () => {
  const code = (folder: string): string =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(join(ROOT, folder, name), 'utf8'))
      .join('\n');
  const counted = (text: string): string[] =>
    [...text.matchAll(/count\((?:counts, )?'([a-z-]+)'|counts\['([a-z-]+)'\]/g)].map(
      (found) => found[1] ?? found[2] ?? '',
    );

  it('has Chinese words wherever it is counted', () => {
    const markdown = counted(code('src/ingest/markdown')).map((kind) => `markdown-${kind}`);
    const others = ['docx', 'pdf', 'rtf', 'odt', 'ofd', 'ocr'].flatMap((format) =>
      counted(code(`src/ingest/${format}`)),
    );
    const kinds = [...markdown, ...others, ...counted(code('src/parse'))];
    expect(kinds.length).toBeGreaterThan(30);
    expect(kinds.filter((kind) => messages.cleanupWord(kind, 'zh') === kind)).toEqual([]);
  });

  it('and the evidence of a border has, too', () => {
    const source = readFileSync(join(ROOT, 'src/parse/compendium.ts'), 'utf8');
    const evidence = [...source.matchAll(/evidence\.push\('([a-z-]+)'\)/g)].map(
      ([, name]) => name!,
    );
    expect(evidence.length).toBeGreaterThan(3);
    for (const name of ['file-start', ...evidence]) {
      const word = messages.borderWord(name, 'zh') ?? messages.termIn(name, 'zh');
      expect(word).not.toBe(name);
    }
  });
});

describe('phrase', () => {
  it('is worded in either language, with the phrases inside it', () => {
    const missing = phrase('reader/missing', { key: 'id', what: phrase('part/file') });
    expect(wordPhrase(missing, 'en')).toBe('"id" is missing in the file');
    expect(wordPhrase(missing, 'zh')).toBe('“文件”中缺少“id”');
    const both = phrase('eval/wrong', { faults: [missing, phrase('head/none')] });
    expect(wordPhrase(both, 'en')).toBe('"id" is missing in the file; there is none');
  });

  it('does not compile with a wrong code or parameter', () => {
    // @ts-expect-error there is no such phrase
    const unknown = () => phrase('reader/missng', { key: 'id', what: 'x' });
    // @ts-expect-error a parameter is misspelt
    const misspelt = () => phrase('reader/missing', { key: 'id', waht: 'x' });
    // @ts-expect-error parameters are left out
    const without = () => phrase('reader/missing');
    expect([unknown, misspelt, without]).toHaveLength(3);
  });

  it('is what an error takes for a problem, in English in the error itself', () => {
    const error = new UserError('corpus/bad-file', {
      path: 'a.yaml',
      line: 3,
      problem: phrase('corpus/missing', { name: 'b.txt' }),
      advice: phrase('corpus/missing.advice'),
    });
    expect(error.message).toBe('a.yaml:3: there is no file "b.txt"');
    expect(describeError(error, 'zh')).toEqual({
      message: 'a.yaml:3：没有文件“b.txt”',
      hint: '请放入该文件，或从 corpus.yaml 中删去这一行。',
    });
    // @ts-expect-error a sentence would be said in one language only
    const sentence = () => new UserError('cli/usage', { problem: 'a sentence', command: '' });
    expect(sentence).toBeTypeOf('function');
  });
});
