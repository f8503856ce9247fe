import { describe, expect, it } from 'vitest';
import { catalogue, fill, systemReason } from '../../src/messages/index.js';

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
});
