import { describe, expect, it } from 'vitest';
import { keptByKey } from '../../src/text/index.js';

describe('values kept by what they are made of', () => {
  const counted = (most: number) => {
    const made: string[] = [];
    const kept = keptByKey<string>(most);
    const ask = (key: string): string =>
      kept(key, () => {
        made.push(key);
        return `value of ${key}`;
      });
    return { made, ask };
  };

  it.each([
    ['the same twice', 2, ['a', 'a'], ['a']],
    ['two, in turn', 2, ['a', 'b', 'a', 'b'], ['a', 'b']],
    ['the one asked for longest ago goes', 2, ['a', 'b', 'a', 'c', 'a', 'b'], ['a', 'b', 'c', 'b']],
    ['room for none', 0, ['a', 'a'], ['a', 'a']],
  ])('%s', (_name, most, asked, made) => {
    const { made: log, ask } = counted(most);
    expect(asked.map(ask)).toEqual(asked.map((key) => `value of ${key}`));
    expect(log).toEqual(made);
  });

  it('keeps no failure', () => {
    const kept = keptByKey<string>(2);
    const fail = (): string => {
      throw new Error('no file');
    };
    expect(() => kept('a', fail)).toThrow('no file');
    expect(kept('a', () => 'read at last')).toBe('read at last');
  });
});
