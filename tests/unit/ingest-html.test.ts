import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type IngestOptions, readBytes } from '../../src/ingest/index.js';
import { parse } from '../../src/parse/index.js';
import { PARSE_OPTIONS } from '../support/sources.js';

const FOLDER = new URL('../../fixtures/ingest/html/', import.meta.url);
const page = (body: string, head = '') =>
  Buffer.from(`<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`);
const PROSE = '<p>本方案自印发之日起施行，由市发展改革委负责解释。</p>';
const TEXT = '本方案自印发之日起施行，由市发展改革委负责解释。';

describe('pages as sites make them', () => {
  it.each(readdirSync(FOLDER))('%s', async (name) => {
    const source = await readBytes(readFileSync(new URL(`${name}/input.html`, FOLDER)), 'x.html');
    expect(source.text).toBe(readFileSync(new URL(`${name}/expected.txt`, FOLDER), 'utf8'));
  });

  it('knows the format by its content', async () => {
    expect((await readBytes(page(PROSE), 'x.txt')).format).toBe('html');
  });

  it('counts what it leaves out', async () => {
    const source = await readBytes(
      page(`<nav>首页</nav><div>${PROSE}</div><p hidden>暗处</p>`),
      'x.html',
    );
    expect([source.text, source.counts]).toEqual([
      `${TEXT}\n`,
      { 'outside-article': 2, 'hidden-text': 2 },
    ]);
  });
});

describe('lines of the article', () => {
  const rows: [name: string, body: string, expected: string[]][] = [
    [
      'entities',
      '<p>A&nbsp;&amp;&#20010;&#x4EBA;&ldquo;甲&rdquo;，全文公开。</p>',
      ['A\u00a0&个人“甲”，全文公开。'],
    ],
    ['blanks of the source', '<p>  建设\n   现代化\t体系。 </p>', ['建设 现代化 体系。']],
    ['lines of preformatted text', '<pre>第一行。\n第二行。</pre>', ['第一行。', '第二行。']],
    ['text without an element', '前言。<p>中间。</p>后记。', ['前言。', '中间。', '后记。']],
    [
      'tags that are never closed',
      '<p>甲。<p>乙。<ul><li>丙。<li>丁。</ul><font>戊。',
      ['甲。', '乙。', '丙。', '丁。', '戊。'],
    ],
    ['a cell outside of a table', '<td>孤立的单元格。</td>', ['孤立的单元格。']],
    [
      'numbers of lists that go on',
      '<ol start="3"><li>甲。</li><li value="7">乙。</li><li>丙。</li></ol>',
      ['3.甲。', '7.乙。', '8.丙。'],
    ],
    [
      'attachments that are links',
      '<p>附件：</p><p><a>甲表</a></p><p><a>乙表</a></p><p><a>丙表</a></p>',
      ['附件：', '甲表', '乙表', '丙表'],
    ],
    ['a menu inside the article', '<p><a>甲表</a></p><p><a>乙表</a></p><p><a>丙表</a></p>', []],
    ['raised figures', '<p>减排<sup>2</sup>吨。</p>', ['减排2吨。']],
  ];
  it.each(rows)('%s', async (_, body, expected) => {
    const source = await readBytes(page(`<article>${PROSE}${body}</article>`), 'x.html');
    expect(source.text).toBe([TEXT, ...expected, ''].join('\n'));
  });

  it('gives outline levels and roles', async () => {
    const source = await readBytes(
      page(`<h1>题目</h1><h3>小题</h3>${PROSE}<ul><li>丙。</li></ul>`),
      'x.html',
    );
    expect(source.hints).toEqual([
      { start: 0, outline: 1 },
      { start: 3, outline: 3 },
      { start: 31, role: 'list-item' },
    ]);
  });
});

describe('the title', () => {
  const rows: [name: string, head: string, body: string, expected: string][] = [
    [
      'of the page, without the site',
      '<title>某市方案_某市人民政府</title>',
      `<div>${PROSE}</div>`,
      '某市方案',
    ],
    [
      'stated by the site',
      '<title>政府网</title><meta name="ArticleTitle" content="某市方案">',
      `<div>${PROSE}</div>`,
      '某市方案',
    ],
    [
      'a heading before the article',
      '<title>政府网</title>',
      `<h1>某市方案</h1><article>${PROSE}</article>`,
      '某市方案',
    ],
    [
      'a heading with a line break',
      '<title>某市人民政府关于节水的意见_某市人民政府</title>',
      `<h1>某市人民政府<br>关于节水的意见</h1><article>${PROSE}</article>`,
      '某市人民政府关于节水的意见',
    ],
    [
      'the heading of the article, where the page calls it otherwise',
      '<title>节水意见印发 - 某市水务局</title>',
      `<div class="content"><h1>某市人民政府关于节水的意见</h1>${PROSE}</div>`,
      '某市人民政府关于节水的意见',
    ],
    [
      'printed lines of the article, where the page calls it otherwise',
      '<title>节水意见印发</title>',
      `<div class="content"><p>某市人民政府</p><p>关于节水的意见</p>${PROSE}</div>`,
      '某市人民政府\n关于节水的意见',
    ],
    [
      'lines before the article',
      '<title>某市人民政府关于节水的意见-某市水务局</title>',
      `<div class="bt">某市人民政府<br>关于节水的意见</div><article>${PROSE}</article>`,
      '某市人民政府关于节水的意见',
    ],
    [
      'after the name of the site',
      '<title>某市人民政府门户网站 - 某市“十四五”（2021-2025年）节水规划</title>',
      `<div>${PROSE}</div>`,
      '某市“十四五”（2021-2025年）节水规划',
    ],
    [
      'run together with the name of the site',
      '<title>关于节水的意见（试行）某市人民政府门户网站</title>',
      `<div>${PROSE}</div>`,
      '关于节水的意见（试行）',
    ],
    [
      'before folders of the site',
      '<title>关于节水的通知_政策文件_政务公开_某市水务局</title>',
      `<div>${PROSE}</div>`,
      '关于节水的通知',
    ],
    [
      'told to other sites',
      '<title>某市人民政府</title><meta property="og:title" content="某市节水方案 | 某市水务局">',
      `<div>${PROSE}</div>`,
      '某市节水方案',
    ],
    ['not twice', '<title>某市方案</title>', `<p>某市<br>方案</p>${PROSE}`, '某市\n方案'],
  ];
  it.each(rows)('%s', async (_, head, body, expected) => {
    expect((await readBytes(page(body, head), 'x.html')).text).toBe(`${expected}\n${TEXT}\n`);
  });
});

describe('the index of a paper is read a field a line', () => {
  const fields = [
    '索引号：1-2',
    '发文机关：某市水务局',
    '发文字号：某水〔2021〕6号',
    '有效性：有效',
  ];
  const rows: [name: string, body: string][] = [
    [
      'a table inside the article',
      `<article><table><tr><td>索引号：</td><td>1-2</td><td>发文机关：</td><td>某市水务局</td></tr><tr><td>发文字号：</td><td>某水〔2021〕6号</td><td>有效性：</td><td>有效</td></tr></table>${PROSE}</article>`,
    ],
    [
      'a table without colons before the article',
      `<table><tr><td>索引号</td><td>1-2</td></tr><tr><td>发文机关</td><td>某市水务局</td></tr><tr><td>发文字号</td><td>某水〔2021〕6号</td></tr><tr><td>有效性</td><td>有效</td></tr></table><article>${PROSE}</article>`,
    ],
    [
      'a list before the article',
      `<ul><li>索引号：1-2</li><li><b>发文机关：</b>某市水务局</li><li><div>发文字号：</div><div>某水〔2021〕6号</div></li><li>有效性：有效</li></ul><article>${PROSE}</article>`,
    ],
    [
      'one line',
      `<article><p>索引号：1-2 发文机关：某市水务局 发文字号：某水〔2021〕6号 </p><p>有效性：有效</p>${PROSE}</article>`,
    ],
  ];
  it.each(rows)('%s', async (_, body) => {
    const source = await readBytes(page(body), 'x.html');
    expect(source.text).toBe([...fields, TEXT, ''].join('\n'));
    const [document] = parse(source, PARSE_OPTIONS).documents;
    expect(document?.number).toBe('某水〔2021〕6号');
    expect(document?.elements.map(({ kind }) => kind)).toEqual(fields.map(() => 'source-note'));
  });

  it('leaves a line of the paper that begins so', async () => {
    const body = `<article>${PROSE}<p>施行日期：2021年5月1日起。</p></article>`;
    expect((await readBytes(page(body), 'x.html')).text).toBe(
      `${TEXT}\n施行日期：2021年5月1日起。\n`,
    );
  });
});

describe('merged cells', () => {
  const rows: [name: string, table: string, expected: string[]][] = [
    [
      'over rows stand in each',
      '<tr><td rowspan=2>甲</td><td>一</td><td rowspan="2">丙</td></tr><tr><td>二</td></tr><tr><td>乙</td><td>三</td><td>丁</td></tr>',
      ['甲|一|丙', '甲|二|丙', '乙|三|丁'],
    ],
    [
      'over columns leave those after them empty',
      '<tr><td>甲</td><td colspan=2>一</td><td>丙</td></tr><tr><td>乙</td><td>二</td><td>三</td><td>丁</td></tr>',
      ['甲|一||丙', '乙|二|三|丁'],
    ],
    [
      'over both',
      '<tr><td rowspan=2 colspan=2>甲</td><td>一</td></tr><tr><td>二</td></tr>',
      ['甲||一', '甲||二'],
    ],
    [
      'over more rows than there are',
      '<tr><td rowspan=0>甲</td><td>一</td></tr><tr><td>二</td></tr><tr><td>三</td></tr>',
      ['甲|一', '甲|二', '甲|三'],
    ],
  ];
  it.each(rows)('%s', async (_, table, expected) => {
    const source = await readBytes(
      page(`<article>${PROSE}<p><table>${table}</table></p></article>`),
      'x.html',
    );
    expect(source.text.replaceAll('\t', '|')).toBe([TEXT, ...expected, ''].join('\n'));
  });

  it('repeat no more than a table has', async () => {
    const reaching = `<td rowspan=60000>${'长'.repeat(90)}</td>`;
    const table = `<table>${`<tr>${reaching}<td>一</td></tr>`.repeat(400)}</table>`;
    const { text } = await readBytes(page(`<article>${PROSE}${table}</article>`), 'x.html');
    expect(text.length).toBeLessThan(22 * 400 * 91 + 400 * 200);
  });
});

describe('the office of the site as the first heading', () => {
  const titleOf = async (first: string, second: string) => {
    const source = await readBytes(
      page(`<article><h1>${first}</h1><h2>${second}</h2>${PROSE}${PROSE}</article>`),
      'x.html',
    );
    return parse(source, PARSE_OPTIONS).documents[0]?.title;
  };
  it.each([
    ['青禾市人民政府', '青禾市节水若干措施', '青禾市节水若干措施'],
    ['青禾市节水若干措施', '青禾市节水工程方案', '青禾市节水若干措施'],
  ])('%s, %s', async (first, second, expected) => {
    expect(await titleOf(first, second)).toBe(expected);
  });
});

describe('struck text', () => {
  const body =
    '<p>建设<del>三十</del><ins>五十</ins>公里，<s>由某局负责，</s><span style="color:red; text-decoration: line-through">暂</span>分年实施。</p>';
  const rows: [choice: 'accept' | 'reject', expected: string][] = [
    ['accept', '建设五十公里，分年实施。'],
    ['reject', '建设三十公里，由某局负责，暂分年实施。'],
  ];
  it.each(rows)('%s', async (trackChanges, expected) => {
    const { text, counts, diagnostics } = await readBytes(
      page(`<article>${PROSE}${body}</article>`),
      'x.html',
      { trackChanges },
    );
    expect(text).toBe(`${TEXT}\n${expected}\n`);
    expect([counts['inserted-revision'], counts['deleted-revision']]).toEqual([1, 3]);
    expect(diagnostics.map(({ code }) => code)).toEqual(['ingest/tracked-changes']);
  });
});

describe('the encoding', () => {
  // 「全文公开施行，长期有效，由本市负责解释。」 in GBK.
  const gbk = Buffer.from(
    'c8abcec4b9abbfaacaa9d0d0a3acb3a4c6dad3d0d0a7a3acd3c9b1becad0b8bad4f0bde2cacda1a3',
    'hex',
  );
  const expected = '全文公开施行，长期有效，由本市负责解释。\n';
  const wrap = (head: string, body: Uint8Array) =>
    Buffer.concat([
      Buffer.from(`<html><head>${head}</head><body><p>`),
      body,
      Buffer.from('</p></body></html>'),
    ]);
  const rows: [name: string, bytes: Uint8Array, encoding: string, options?: IngestOptions][] = [
    [
      'stated by the page',
      wrap('<meta http-equiv="Content-Type" content="text/html; charset=gb2312">', gbk),
      'gb18030',
    ],
    ['found', wrap('', gbk), 'gb18030'],
    [
      'UTF-8 whatever an old meta says',
      wrap('<meta charset=gb2312>', Buffer.from(expected.trim())),
      'utf-8',
    ],
    ['stated by the user', wrap('<meta charset=big5>', gbk), 'gbk', { encoding: 'gbk' }],
  ];
  it.each(rows)('%s', async (_, bytes, encoding, options) => {
    const source = await readBytes(bytes, 'x.html', options);
    expect([source.encoding, source.text]).toEqual([encoding, expected]);
  });
});

describe('bad input is an error', () => {
  const menu = '<ul><li><a>首页</a></li><li><a>政务</a></li></ul>';
  const rows: [name: string, bytes: Uint8Array, code: string][] = [
    ['menus only', page(menu), 'ingest/no-article'],
    [
      'a page made by a script',
      page('<div id="app"></div><script>load("正文。正文，正文。正文，正文。")</script>'),
      'ingest/no-article',
    ],
    [
      'a footer only',
      page('<p>版权所有：某市人民政府。主办单位：某市人民政府办公室。</p>'),
      'ingest/no-article',
    ],
    ['nesting without end', page('<div>'.repeat(100_000) + PROSE), 'ingest/too-deep'],
  ];
  it.each(rows)('%s', async (_, bytes, code) => {
    await expect(readBytes(bytes, 'x.html')).rejects.toMatchObject({ code });
  });

  it('reads what is merely nested deep', async () => {
    const source = await readBytes(page(`${'<div>'.repeat(5000)}${PROSE}`), 'x.html');
    expect(source.text).toBe(`${TEXT}\n`);
  });
});
