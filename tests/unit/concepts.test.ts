import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { conceptsOf, parseConcepts, sharedConcepts } from '../../src/align/concepts.js';
import { CLAUSE_GAP } from '../../src/align/neutralise.js';

const LIST = `# 农业
农民培训\t职业农民|高素质农民|农民…素质
土地流转\t土地…流转|适度规模经营
# 政务
一网通办\t一网通办|办事…不求人…只跑一次
自治\t自我管理、自我服务
`;
const concepts = parseConcepts(LIST);
const named = (clause: string): string[] =>
  [...conceptsOf(concepts, clause)].map(([id, text]) => `${concepts.names[id]}: ${text}`);

describe('parseConcepts', () => {
  it('reads names in order and passes over remarks and empty lines', () => {
    expect(concepts.names).toEqual(['农民培训', '土地流转', '一网通办', '自治']);
    expect(parseConcepts('\n# 无\n').names).toEqual([]);
  });

  it('names the line that has not two columns, or too short a part', () => {
    expect(() => parseConcepts('# 甲\n农民培训 职业农民')).toThrow(
      'concepts.txt:2: a concept has not two columns',
    );
    expect(() => parseConcepts('甲\t乙丙\t丁戊')).toThrow(
      'concepts.txt:1: a concept has not two columns',
    );
    expect(() => parseConcepts('甲\t土地…转')).toThrow(
      'concepts.txt:1: “土地…转” has a part shorter than 2 characters',
    );
  });
});

describe('conceptsOf', () => {
  it('finds expressions anywhere in a clause, each concept once', () => {
    expect(named('培育职业农民和高素质农民队伍')).toEqual(['农民培训: 职业农民']);
    expect(named('推进工业发展')).toEqual([]);
  });

  it('finds parts in their order only, and not one inside the other', () => {
    expect(named('引导农村土地经营权有序流转')).toEqual(['土地流转: 土地…流转']);
    expect(named('流转的土地')).toEqual([]);
    expect(named('办事大厅不求人窗口力争只跑一次')).toEqual(['一网通办: 办事…不求人…只跑一次']);
    const overlap = parseConcepts('甲\t农民农…民农民');
    expect(conceptsOf(overlap, '农民农民').size).toBe(0);
  });

  it('takes punctuation for the gap it is in neutral texts', () => {
    expect(named('群众自我管理 自我服务')).toEqual(['自治: 自我管理 自我服务']);
  });
});

describe('sharedConcepts', () => {
  it('says what each side calls it, whatever the clause', () => {
    const up = ['规范农村土地流转', '提高农民科技素质'].join(CLAUSE_GAP);
    const down = ['培育高素质农民', '办好展会'].join(CLAUSE_GAP);
    expect(sharedConcepts(concepts, up, down)).toEqual([
      { name: '农民培训', upstream: '农民…素质', downstream: '高素质农民' },
    ]);
  });
});

describe('the list of the lexicon', () => {
  const text = readFileSync('corpus/engine/concepts.txt', 'utf8');

  it('is read, and stays with the background below 5 MB', () => {
    expect(parseConcepts(text).names.length).toBeGreaterThan(3000);
    const background = readFileSync('corpus/engine/background.bin').length;
    expect(Buffer.byteLength(text) + background).toBeLessThan(5_000_000);
  });

  it('gives every concept two expressions, none twice and none that another makes needless', () => {
    const wrong = text.split('\n').flatMap((line) => {
      if (line === '' || line.startsWith('#')) return [];
      const list = line.split('\t')[1]!.split('|');
      const needless = list.filter((x) => list.some((y) => y !== x && x.includes(y)));
      return list.length < 2 || new Set(list).size < list.length || needless.length > 0
        ? [line]
        : [];
    });
    expect(wrong).toEqual([]);
  });
});
