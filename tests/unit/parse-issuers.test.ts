import { describe, expect, it } from 'vitest';
import { parse } from '../../src/parse/index.js';
import { PARSE_OPTIONS, sourceOf } from '../support/sources.js';

const documentOf = (text: string) => {
  const [document] = parse(sourceOf(text), PARSE_OPTIONS).documents;
  if (document === undefined) throw new Error('no document');
  return document;
};

const TITLE = '关于做好渠道管护工作的通知';
const BODY = '\n\n各市、州人民政府：\n\n现就有关事项通知如下。\n';
const NUMBER = '\n\n鄂水发〔2021〕3号\n\n';

describe('issuers of joint papers are several', () => {
  const rows: [name: string, text: string, issuer: string][] = [
    [
      'under each other, 文件 below',
      `湖北省水利厅\n湖北省财政厅\n文件${NUMBER}${TITLE}`,
      '湖北省水利厅、湖北省财政厅',
    ],
    [
      'the last with 文件 on its line',
      `湖北省水利厅\n湖北省财政厅文件${NUMBER}${TITLE}`,
      '湖北省水利厅、湖北省财政厅',
    ],
    [
      'without 文件, above the number',
      `湖北省水利厅\n湖北省财政厅${NUMBER}${TITLE}`,
      '湖北省水利厅、湖北省财政厅',
    ],
    [
      'in the title without a mark',
      `湖北省水利厅湖北省财政厅${TITLE}`,
      '湖北省水利厅、湖北省财政厅',
    ],
    [
      'in the title parted by 、',
      `湖北省水利厅、湖北省财政厅${TITLE}`,
      '湖北省水利厅、湖北省财政厅',
    ],
    ['Party and government', `中共湖北省委 湖北省人民政府${TITLE}`, '中共湖北省委、湖北省人民政府'],
    ['of the nation', `中共中央 国务院${TITLE}`, '中共中央、国务院'],
    [
      'a province and a bureau of the state',
      `湖北省人民政府 国家能源局${TITLE}`,
      '湖北省人民政府、国家能源局',
    ],
    [
      'one whose name holds another place',
      `国家税务总局湖北省税务局${TITLE}`,
      '国家税务总局湖北省税务局',
    ],
    ['one office', `湖北省人民政府办公厅${TITLE}`, '湖北省人民政府办公厅'],
  ];
  it.each(rows)('%s', (_, head, issuer) => {
    expect(documentOf(head + BODY).issuer).toBe(issuer);
  });

  it('signed below', () => {
    const text = `${TITLE}\n\n现就有关事项通知如下。\n\n武汉市水务局\n\n武汉市财政局\n\n2021年3月5日\n`;
    expect(documentOf(text).issuer).toBe('武汉市水务局、武汉市财政局');
  });

  it.each([
    ['武汉市水务局武汉市财政局', '武汉市水务局、武汉市财政局'],
    ['武汉市水务局 武汉市财政局', '武汉市水务局、武汉市财政局'],
    ['工业和信息化部市场监管总局', '工业和信息化部、市场监管总局'],
    ['国家发展改革委财政部国家能源局', '国家发展改革委、财政部、国家能源局'],
    ['市场监管总局生态环境部', '市场监管总局、生态环境部'],
    ['国家税务总局湖北省税务局', '国家税务总局湖北省税务局'],
    ['水利部长江水利委员会', '水利部长江水利委员会'],
    ['财政部办公厅', '财政部办公厅'],
  ])('signed in one line: %s', (signed, issuer) => {
    const text = `${TITLE}\n\n现就有关事项通知如下。\n\n${signed}\n\n2021年3月5日\n`;
    expect(documentOf(text).issuer).toBe(issuer);
  });

  it('stand apart in the line of the red head, and are no part of the title', () => {
    const { title, elements } = documentOf(
      `湖北省水利厅\n湖北省财政厅\n文件${NUMBER}${TITLE}${BODY}`,
    );
    expect(title).toBe(TITLE);
    expect(elements.find(({ kind }) => kind === 'issuer-line')?.text).toBe(
      '湖北省水利厅 湖北省财政厅 文件',
    );
  });
});

describe('levels', () => {
  const rows: [
    name: string,
    text: string,
    level: string | undefined,
    region: string | undefined,
  ][] = [
    ['a municipality', '上海市渠道管护办法', 'province', '上海市'],
    ['a district of one ranks with cities', '上海市浦东新区渠道管护办法', 'city', '浦东新区'],
    ['a county of one, too', '重庆市云阳县渠道管护办法', 'city', '云阳县'],
    ['a district of a city is a county', '武汉市江夏区渠道管护办法', 'county', '江夏区'],
    ['a zone of a municipality', '北京经济技术开发区管理委员会渠道管护办法', 'city', '北京市'],
    ['a zone with its year', '四川天府新区2021年渠道管护方案', 'city', '四川省'],
    ['a province that speaks of zones', '湖北省开发区条例', 'province', '湖北省'],
    [
      'an office on the cover',
      '导则\n\n湖北省水利厅\n\n一、基本要求\n\n渠道应当管好。',
      'province',
      '湖北省',
    ],
    [
      'a city that is a municipality, by what it says of itself',
      '关于做好渠道管护的通知\n\n本市各渠道应当管好，授予天津市先锋号。',
      'province',
      '天津市',
    ],
    [
      'a text of the nation that names a city once',
      `渠道管护方案\n\n${'国家完善渠道标准，全国推行。'.repeat(6)}在杭州市全市试点。`,
      'national',
      undefined,
    ],
  ];
  it.each(rows)('%s', (_, text, level, region) => {
    const document = documentOf(`${text}\n`);
    expect([document.level, document.region?.name]).toEqual([level, region]);
  });
});

describe('figures shattered by line ends', () => {
  const digits = (text: string): string => [...text].join('\n');
  const text = [
    '武汉市人民政府',
    `武政〔\n${digits('２０２２')}\n〕３号`,
    '武汉市人民政府关于印发',
    `«武汉市渠道规划(\n${digits('２０２１')}\n—\n${digits('２０２５')}\n年)\n»的通知`,
    '各区人民政府:',
    `到\n${digits('２０２５')}\n年,新建渠道\n${digits('３１')}\n􀆰\n${digits('７')}\n公里,管好“\n十三五”以来的渠道.`,
    '各区要管好渠道,定期巡查.',
  ].join('\n');

  it('are whole again, and counted', () => {
    const { documents, cleanup } = parse(sourceOf(text), PARSE_OPTIONS);
    expect(documents[0]).toMatchObject({
      title: '武汉市人民政府关于印发《武汉市渠道规划（2021—2025年）》的通知',
      number: '武政〔2022〕3号',
      issuer: '武汉市人民政府',
    });
    const [block] = documents[0]?.children ?? [];
    expect(block).toMatchObject({
      content: {
        text: '到2025年，新建渠道31.7公里，管好“十三五”以来的渠道。',
      },
    });
    expect(cleanup['shattered-figure']).toBeGreaterThan(20);
  });

  it('need to be many: one digit on a line may be a page', () => {
    const { cleanup } = parse(
      sourceOf('武汉市渠道规划\n\n各区要管好\n３\n渠道。\n'),
      PARSE_OPTIONS,
    );
    expect(cleanup['shattered-figure']).toBeUndefined();
  });
});

describe('contents', () => {
  it('with pages in brackets end where their first entry comes again', () => {
    const { elements, children } = documentOf(
      '湖北省渠道规划\n\n目录\n\n一、总则（2）\n\n二、附则（13）\n\n一、总则\n\n管好渠道。\n\n二、附则\n\n即日施行。\n',
    );
    expect(elements.find(({ kind }) => kind === 'contents')?.text).toBe(
      '目录一、总则（2）二、附则（13）',
    );
    expect(children.length).toBe(2);
  });
});

describe('addressees', () => {
  it.each(['各区：', '各县：', '各市、州人民政府：', '有关单位：'])('%s', (line) => {
    const { elements } = documentOf(`武汉市节水方案\n\n${line}\n\n现就节水通知如下。\n`);
    expect(elements.map(({ kind, text }) => [kind, text])).toContainEqual(['addressee', line]);
  });
});
