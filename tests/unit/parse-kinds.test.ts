import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/model/index.js';
import { datelineOf, isTitleLike } from '../../src/parse/head-lines.js';
import { parse } from '../../src/parse/index.js';
import { markerOf } from '../../src/parse/markers.js';
import { PARSE_OPTIONS, sourceOf } from '../support/sources.js';

const parsed = (text: string) => parse(sourceOf(text), PARSE_OPTIONS);

/** Labels and headings, nested by brackets. */
function outline(blocks: readonly Block[]): string {
  return blocks
    .flatMap((block) =>
      block.type === 'section'
        ? [`${block.label}${block.heading}${inner(outline(block.children))}`]
        : [],
    )
    .join(' ');
}

const inner = (text: string): string => (text === '' ? '' : `[${text}]`);

const outlineOf = (text: string): string => outline(parsed(text).documents[0]?.children ?? []);

describe('datelines', () => {
  it.each([
    ['新华社北京12月18日电12月16日至18日，会议在北京举行。', '新华社北京12月18日电'],
    ['新华社武汉电青禾省会议召开。', '新华社武汉电'],
    ['本报讯（记者王青）青禾县开工。', '本报讯（记者王青）'],
    ['青禾日报讯青禾县开工。', '青禾日报讯'],
    ['荆禾网消息青禾县开工。', '荆禾网消息'],
    ['荆禾网青禾3月5日电青禾县开工。', '荆禾网青禾3月5日电'],
  ])('%s', (text, dateline) => {
    expect(datelineOf(text)).toBe(dateline);
  });

  it.each([
    '完善配电网结构和农村地区供电，提高可靠性。',
    '推进智能电网建设，保障供电。',
    '加强配电网、储能、电动汽车充电桩建设。',
    '互联网消息应当核实。',
    '县级电网企业应当于每年1月5日前报送供电情况。',
    '建设通信网和广播电视网，有线无线通讯并举。',
    '骨干水网与抽水蓄能、光伏电站协调发展。',
    '车联网（智能网联汽车）产业是汽车、电子行业融合的产业。',
  ])('%s has none', (text) => {
    expect(datelineOf(text)).toBeUndefined();
  });
});

describe('甲、乙、丙、', () => {
  it.each([
    ['甲、底色为绿色。', 1],
    ['癸、另行通知。', 10],
  ])('%s', (text, number) => {
    expect(markerOf(text)).toMatchObject({ kind: 'stem', number });
  });

  it.each(['甲方应当付款。', '丁香路改造工程', '乙类项目'])('%s has none', (text) => {
    expect(markerOf(text)).toBeUndefined();
  });

  it('lie in the article that lists them', () => {
    expect(
      outlineOf('青禾县标识办法\n第一条 要求如下：\n甲、绿色。\n乙、居中。\n第二条 即日施行。\n'),
    ).toBe('第一条[甲、绿色 乙、居中] 第二条');
  });
});

describe('titles of joint notices', () => {
  const offices = [
    '水利厅',
    '财政厅',
    '教育厅',
    '农业农村厅',
    '自然资源厅',
    '生态环境厅',
    '司法厅',
  ];
  const title = `${offices.map((office) => `青禾省${office}`).join('、')}关于进一步加强农村渠道管护资金使用管理的通知`;

  it('may have more than sixty characters', () => {
    expect(title.length).toBeGreaterThan(60);
    const [document] = parsed(`${title}\n\n各市人民政府：\n\n现就有关事项通知如下。\n`).documents;
    expect(document).toMatchObject({ title, kind: 'notice', level: 'province' });
  });

  it('are no sentences', () => {
    const sentence = `县政府各部门要${'认真做好渠道管护资金的使用管理'.repeat(4)}方案`;
    expect(isTitleLike(sentence)).toBe(false);
  });
});

describe('page numbers glued to lines', () => {
  const items = (count: number, gap: string): string =>
    Array.from({ length: count }, (_, i) => `${i + 1}.修好第${i + 1}条渠道，年底前完成。`).join(
      gap,
    );

  it.each([
    ['parted by blank lines', 120, '\n\n'],
    ['one a line', 95, '\n'],
  ])('are none of the numbers of a long list, %s', (_name, count, gap) => {
    const { documents } = parsed(`青禾县任务清单\n\n一、任务\n\n${items(count, gap)}\n`);
    expect(documents[0]?.furniture).toEqual([]);
    const [section] = documents[0]?.children ?? [];
    expect(section).toMatchObject({ children: { length: count } });
  });
});

describe('gaps in articles', () => {
  const gaps = (text: string): number =>
    parsed(text).diagnostics.filter(({ code }) => code === 'parse/numbering-gap').length;

  it.each([
    ['one lost article', '第一条 甲。\n第三条 乙。\n', 1],
    ['an excerpt, said once', '第五百条 甲。\n第六百条 乙。\n第九百条 丙。\n', 1],
    ['an excerpt from its 900th article', '第九百条 甲。\n第九百零一条 乙。\n', 0],
    ['a short gap after a leap', '第九百条 甲。\n第九百五十条 乙。\n第九百五十三条 丙。\n', 2],
  ])('%s', (_name, articles, count) => {
    expect(gaps(`青禾县节水条例\n${articles}`)).toBe(count);
  });
});

describe('chapters numbered without a mark', () => {
  it.each([
    [
      '1 总则\n1.1 目的\n为防汛。\n1.2 范围\n全县。\n2 附则\n即日实施。\n',
      '1总则[1.1目的 1.2范围] 2附则',
    ],
    [
      '1　总则\n1.1　目的\n为防汛。\n2　组织\n2.1　县级\n县水利局负责。\n2.1.1　现场\n负责处置。\n3　响应\n3.1　启动\n依程序。\n',
      '1总则[1.1目的] 2组织[2.1县级[2.1.1现场]] 3响应[3.1启动]',
    ],
    // Figures that open a line, and a list without decimals, are none.
    ['1.1 目的\n为防汛。\n1.2 队伍\n3 支防汛队伍\n', '1.1目的 1.2队伍'],
    ['1 改造渠道\n全县推进。\n2 更换水表\n全县推进。\n', ''],
    // Marks after the number, and after the decimals.
    [
      '1. 总则\n1.1. 目的\n为防汛。\n1.2. 范围\n全县。\n2. 任务\n2.1. 转移\n有序转移。\n',
      '1.总则[1.1.目的 1.2.范围] 2.任务[2.1.转移]',
    ],
    [
      '1、总则\n1.1、目的\n为防汛。\n1.2、范围\n全县。\n2、任务\n2.1、转移\n有序转移。\n',
      '1、总则[1.1、目的 1.2、范围] 2、任务[2.1、转移]',
    ],
    // One chapter alone.
    [
      '1 总则\n1.1 目的\n为防汛。\n1.2 范围\n全县。\n附录A 名词\n一、洪峰。\n',
      '1总则[1.1目的 1.2范围] 附录A名词[一、洪峰]',
    ],
    // An excerpt leaves chapters out.
    [
      '1 总则\n1.1 目的\n为防汛。\n2 组织\n2.1 县级\n县水利局负责。\n10 附则\n10.1 施行\n即日实施。\n',
      '1总则[1.1目的] 2组织[2.1县级] 10附则[10.1施行]',
    ],
  ])('%j', (text, expected) => {
    expect(outlineOf(`青禾县防汛预案\n${text}`)).toBe(expected);
  });
});

describe('damage that is mended', () => {
  const textOf = (text: string): string =>
    parsed(`青禾县节水方案\n\n${text}\n`)
      .documents[0]?.children.map((block) => (block.type === 'paragraph' ? block.content.text : ''))
      .join('|') ?? '';

  it.each([
    [
      'digits apart',
      '到 2 0 2 5 年，改造 5 0 处，投资 1 . 5 亿元，达到 9 0 %。',
      '到2025年，改造50处，投资1.5亿元，达到90%。',
    ],
    [
      'full-width digits apart',
      '到２　０　３　０　年，改造 １ ２ ０ 处。',
      '到2030年，改造120处。',
    ],
    [
      'a column of figures stays',
      '到 2 0 2 5 年见下表。\n\n渠道 12 3 4 10 2',
      '到2025年见下表。|渠道12 3 4 10 2',
    ],
    ['figures apart without a sign of damage stay', '渠道 5 0 处。', '渠道5 0处。'],
    [
      'half-width marks throughout',
      '县水利局,县财政局负责;年底前完成,按月报告.',
      '县水利局，县财政局负责；年底前完成，按月报告.',
    ],
    [
      'half-width stops throughout',
      '全县动员.各乡镇落实.投资1.5亿元.',
      '全县动员。各乡镇落实。投资1.5亿元。',
    ],
    [
      'one half-width comma stays',
      '县水利局,县财政局，县教育局负责。',
      '县水利局,县财政局，县教育局负责。',
    ],
    [
      'marks of a font without a map',
      '县水利局ꎬ县财政局负责ꎻ年底完成ꎮ按月报告ꎮ',
      '县水利局，县财政局负责；年底完成。按月报告。',
    ],
  ])('%s', (_name, text, expected) => {
    expect(textOf(text)).toBe(expected);
  });

  it('counts what it changed and leads back to it', () => {
    const text = '青禾县节水方案\n\n县水利局,县财政局,县教育局负责。\n';
    const { cleanup, documents } = parsed(text);
    expect(cleanup).toMatchObject({ 'half-width-mark': 2 });
    const { start, end } = documents[0]?.children[0]?.span ?? { start: 0, end: 0 };
    expect(text.slice(start, end)).toBe('县水利局,县财政局,县教育局负责。');
  });
});

describe('附：', () => {
  const law = '青禾县节水条例\n\n第一条 为了节水，制定本条例。\n\n第二条 本条例即日施行。\n\n';

  it.each([
    [
      'with a note of its own',
      '附：\n\n青禾县节水器具名录\n\n（2019年3月27日青禾县人民政府公布）\n\n一、水表。\n\n二、阀门。\n',
      '第一条 第二条 附：[一、水表 二、阀门]',
    ],
    [
      'with its title',
      '附：青禾县节水器具名录\n\n一、水表。\n',
      '第一条 第二条 附：青禾县节水器具名录[一、水表]',
    ],
    ['as a sentence', '附：本县另行公布名录，各乡镇遵照执行，不得违反。\n', '第一条 第二条'],
    [
      'by its number alone',
      '附1\n\n青禾县节水器具名录\n\n一、水表。\n\n附2：渠道图\n\n一、干渠。\n',
      '第一条 第二条 附1[一、水表] 附2：渠道图[一、干渠]',
    ],
    ['as a count of papers', '附3份材料\n', '第一条 第二条'],
  ])('%s', (_name, annex, expected) => {
    const { documents } = parsed(law + annex);
    expect(documents).toHaveLength(1);
    expect(outline(documents[0]?.children ?? [])).toBe(expected);
  });
});

describe('附则 without a number', () => {
  const chapters = '第一章 总则\n第一节 原则\n第一条 节约用水。\n';

  it.each([
    [
      'in the last chapter, in none of its sections',
      '',
      '第一章总则[第一节原则[第一条] 附则[第二条]]',
    ],
    [
      'beside the chapters where the contents list it so',
      '目录\n第一章 总则\n第一节 原则\n附则\n',
      '第一章总则[第一节原则[第一条]] 附则[第二条]',
    ],
  ])('stands %s', (_name, contents, expected) => {
    const law = `青禾县节水条例\n${contents}${chapters}附　　则\n第二条 即日施行。\n`;
    expect(outlineOf(law)).toBe(expected);
  });

  it('closes a law without chapters', () => {
    const law = '青禾县节水条例\n第一条 节约用水。\n附则\n第二条 即日施行。\n';
    expect(outlineOf(law)).toBe('第一条 附则[第二条]');
  });

  it('is the heading of the number on the line above', () => {
    expect(outlineOf(`青禾县节水条例\n${chapters}第二章\n附则\n第二条 即日施行。\n`)).toBe(
      '第一章总则[第一节原则[第一条]] 第二章附则[第二条]',
    );
  });

  it('is no damage', () => {
    const articles = Array.from({ length: 14 }, (_, i) => `第${i + 1}条 节约用水。`).join('\n');
    const [document] = parsed(`青禾县节水条例\n${articles}\n附则\n第15条 即日施行。\n`).documents;
    expect(document?.quality.damaged).toBe(0);
  });
});

describe('lines before and after the body', () => {
  const elements = (text: string): readonly string[] =>
    (parsed(text).documents[0]?.elements ?? []).flatMap(({ kind, text: own }) =>
      kind === 'title' ? [] : [`${kind} ${own}`],
    );
  const notice = (line: string): readonly string[] =>
    elements(`青禾县人民政府关于节水的通知\n${line}\n一、修好渠道。\n二、装好水表。\n`);

  it.each([
    '国务院决定对《渠道条例》作如下修改：',
    '各县应当：',
    '有关部门和单位要：',
    '自治区人民政府决定：',
    '各级各部门要抓好以下工作：',
    '县人民政府：',
  ])('%s addresses nobody', (line) => {
    expect(notice(line)).toEqual([]);
  });

  it.each([
    '各乡镇人民政府，县政府各部门：',
    '国务院各部委、各直属机构：',
    '有关县人民政府：',
    '驻青禾各单位：',
    '青禾县人民政府：',
    '青禾高新区管委会：',
  ])('%s is addressed', (line) => {
    expect(notice(line)).toEqual([`addressee ${line}`]);
  });

  const signed = (tail: string): readonly string[] =>
    elements(`青禾省人民政府令\n第9号\n《渠道办法》已经通过，现予公布。\n${tail}\n`).slice(2);

  it.each([
    ['an official', '省长 王青\n2022年6月8日', ['signature 省长王青', 'date-line 2022年6月8日']],
    [
      'officials of two offices',
      '部长 王青\n局长 李禾\n2022年6月8日',
      ['signature 部长王青', 'signature 局长李禾', 'date-line 2022年6月8日'],
    ],
    [
      'an office of 自治区',
      '青禾自治区人民政府2022年6月8日',
      ['signature 青禾自治区人民政府2022年6月8日'],
    ],
    [
      'an office with 经 in its name',
      '青禾省经济和信息化厅2022年6月8日',
      ['signature 青禾省经济和信息化厅2022年6月8日'],
    ],
    ['a sentence that a line break cuts', '方案经青禾市人民政府2022年4月1日\n批准后施行。', []],
    [
      'an official below the date, above the paper',
      '2022年6月8日\n省长 王青\n渠道办法\n第一条 修好渠道。',
      ['date-line 2022年6月8日', 'signature 省长王青'],
    ],
    ['an official nobody dates', '省长 王青\n出席会议。', []],
  ])('%s', (_name, tail, expected) => {
    expect(signed(tail)).toEqual(expected);
  });

  it('an official is no issuer', () => {
    const [document] = parsed('渠道办法\n第一条 修好渠道。\n省长 王青\n2022年6月8日\n').documents;
    expect(document?.issuer).toBeUndefined();
  });
});

describe('titles', () => {
  it('that hand on a paper name who does so', () => {
    const [document] = parsed(
      '青禾县人民政府办公室转发县发展改革局等部门关于节水实施方案的通知\n各乡镇：\n请执行。\n',
    ).documents;
    expect(document?.issuer).toBe('青禾县人民政府办公室');
  });

  it('begin below the name of the site', () => {
    const { documents, diagnostics } = parsed(
      '青禾县人民政府门户网站\n青禾县节水方案\n一、修好渠道。\n二、装好水表。\n',
    );
    expect(documents[0]?.title).toBe('青禾县节水方案');
    expect(diagnostics.map(({ code }) => code)).toContain('parse/site');
  });
});
