import { describe, expect, it } from 'vitest';
import { bodyKey, compareBodies } from '../../src/findings/bodies/analyse.js';
import type { Alignment, NamedBody } from '../../src/model/index.js';
import { parse } from '../../src/parse/index.js';
import { segment } from '../../src/segment/index.js';
import { bodiesIn } from '../../src/segment/responsibilities.js';
import { PARSE_OPTIONS, sourceOf } from '../support/sources.js';

const said = (note: string) => bodiesIn(note).map(({ name, role }) => `${role} ${name}`);

describe('bodies that a note names', () => {
  it.each([
    ['（省发展改革委牵头，省财政厅配合）', ['lead 省发展改革委', 'support 省财政厅']],
    ['（责任单位：市商务局、市市场监管局）', ['responsible 市商务局', 'responsible 市市场监管局']],
    [
      '（牵头单位：市发展改革委；配合单位：市水利局、市林业局）',
      ['lead 市发展改革委', 'support 市水利局', 'support 市林业局'],
    ],
    [
      '（市发展和改革委员会、市科技局等按职责分工负责）',
      ['responsible 市发展和改革委员会', 'responsible 市科技局'],
    ],
    ['（省教育厅，省科技厅按职责分工负责）。', ['responsible 省教育厅', 'responsible 省科技厅']],
    ['责任单位：省税务局', ['responsible 省税务局']],
    [
      '（市住房和城乡建设局牵头，市规划和自然资源局、各区政府参与）',
      ['lead 市住房和城乡建设局', 'support 市规划和自然资源局', 'support 各区政府'],
    ],
    [
      '（省生态环境厅牵头，省能源局等有关部门按职责分工负责）',
      ['lead 省生态环境厅', 'responsible 省能源局'],
    ],
    ['（责任单位：市生态环境局；完成时限：2025年底前）', ['responsible 市生态环境局']],
    ['（市科技局负责）', ['responsible 市科技局']],
  ])('%s', (note, expected) => {
    expect(said(note)).toEqual(expected);
  });
});

describe('a body at two levels', () => {
  it.each([
    ['省发展和改革委员会', '市发改委', true],
    ['省工业和信息化厅', '市工信局', true],
    ['省住房和城乡建设厅', '市住建局', true],
    ['省人力资源和社会保障厅', '市人社局', true],
    ['省生态环境厅', '临江市生态环境局', true],
    ['省财政厅', '市科技局', false],
    ['省水利厅', '市水务局', false],
  ])('%s and %s: %s', (up, down, same) => {
    expect(bodyKey(up) === bodyKey(down)).toBe(same);
  });
});

describe('who a measure is given to', () => {
  const TEXT = `临江市绿色发展实施方案

一、推进工业转型
（一）淘汰落后产能。严格执行标准，关停十处小窑。（市工业和信息化局牵头，市生态环境局配合）
（二）建设绿色园区。完善园区管网，推广余热利用。

二、发展绿色交通
新建公交专用道二十公里。更新新能源公交车。（市交通运输局负责）
`;

  it('is said of the sentences before the note, in their section, and of no other', () => {
    const { sentences, responsibilities = [] } = segment(
      parse(sourceOf(TEXT), PARSE_OPTIONS).documents[0]!,
    );
    const texts = new Map(sentences.map(({ id, text }) => [id, text]));
    expect(
      responsibilities.map(({ sentences: own, bodies }) => [
        own.map((id) => texts.get(id)),
        bodies.map(({ name }) => name),
      ]),
    ).toEqual([
      [
        ['（一）淘汰落后产能。', '严格执行标准，关停十处小窑。'],
        ['市工业和信息化局', '市生态环境局'],
      ],
      [['新建公交专用道二十公里。', '更新新能源公交车。'], ['市交通运输局']],
    ]);
  });
});

describe('who leads above and below', () => {
  const side = (name: string, bodies: readonly NamedBody[]) => ({
    name,
    documents: [
      {
        sentences: [],
        responsibilities: bodies.length === 0 ? [] : [{ sentences: [`${name}/1`], bodies }],
      },
    ],
  });
  const lead = (name: string): NamedBody => ({ name, role: 'lead' });
  const support = (name: string): NamedBody => ({ name, role: 'support' });
  const relation = (up: readonly NamedBody[], down: readonly NamedBody[]) =>
    compareBodies({
      upstream: side('up', up),
      downstream: side('down', down),
      links: [{ grain: 'sentence', id: 's', upstream: ['up/1'], downstream: ['down/1'] }],
    } as unknown as Alignment).map((pair) => pair.relation);

  it.each([
    ['the same, whatever the level', [lead('省发展改革委')], [lead('市发改委')], ['same']],
    ['another', [lead('省发展改革委')], [lead('市生态环境局')], ['different']],
    [
      'another, where the one above only supports below',
      [lead('省发展改革委')],
      [lead('市科技局'), support('市发改委')],
      ['different'],
    ],
    ['nobody below', [lead('省发展改革委')], [], ['only-upstream']],
    ['nobody above', [], [lead('市发改委')], ['only-downstream']],
    ['nobody at all', [], [], []],
  ])('%s', (_, up, down, expected) => {
    expect(relation(up, down)).toEqual(expected);
  });
});
