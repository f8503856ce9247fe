import { describe, expect, it } from 'vitest';
import { catalogue, fill, phrase, systemReason, wordPhrase } from '../../src/messages/index.js';
import { describeError, UserError } from '../../src/text/index.js';

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
