import { describe, expect, it } from 'vitest';
import { treeJson } from '../../src/findings/index.js';
import { readBytes } from '../../src/ingest/index.js';
import { parse } from '../../src/parse/index.js';
import { fileLines, placesOf } from '../../src/text/index.js';
import { PARSE_OPTIONS } from '../support/sources.js';

interface Row {
  readonly name: string;
  readonly path: string;
  readonly file: string;
  /** Texts of the resolved source and the lines of the file they stand on. */
  readonly lines: Readonly<Record<string, readonly [first: number, last: number]>>;
}

const PAGE = `<!DOCTYPE html>
<html><head>
<title>某市节水方案_某市水务局</title>
<script>
  var a = "一、总体要求";
</script>
</head><body>
<!-- 一、总体要求
     注释 -->
<div class="TRS_Editor">
<h1>某市节水方案</h1>
<h2>一、总体
  要求</h2>
<p>坚持节水优先方针&ldquo;四水四定&rdquo;，
   推动用水方式转变。落实<b>分级</b>责任，加强监督检查。</p>
<table>
<tr><td>指标</td><td>目标</td></tr>
<tr>
  <td>用水总量</td>
  <td>12&nbsp;亿方</td>
</tr>
</table>
<ol start="3">
  <li>
    建立台账。</li>
</ol>
</div></body></html>
`;

const NOTES = `---
id: a
title: 某市节水方案
---
# 某市节水方案

<!-- 一、总体要求

多行注释
-->

## 一、总体要求 ##

坚持**“四水四定”**，推动
用水[方式](http://x.cn "题")转变。落实\`分级\`
责任&amp;监督检查。

| 指标 | 目标 |
|---|---|
| 用水总量 | 12 亿方 |

2. 建立台账[^1]，
   逐月核对。

<table><tr>
  <td>附
  表<td>说明</tr>
<tr><td>1<td>2</tr></table>

[^1]: 见统计年鉴。
`;

const rows: readonly Row[] = [
  {
    name: 'HTML after scripts and comments',
    path: 'a.html',
    file: PAGE,
    lines: {
      某市节水方案: [11, 11],
      '一、总体 要求': [12, 13],
      '“四水四定”': [14, 14],
      '坚持节水优先方针“四水四定”， 推动用水方式转变。': [14, 15],
      '落实分级责任，加强监督检查。': [15, 15],
      '指标\t目标': [17, 17],
      '用水总量\t12\u00a0亿方': [19, 20],
      '3.建立台账。': [24, 25],
    },
  },
  {
    name: 'Markdown after a head, comments and tables',
    path: 'a.md',
    file: NOTES,
    lines: {
      'id: a': [2, 2],
      'title: 某市节水方案\n---\n某市节水方案': [3, 5],
      '一、总体要求': [12, 12],
      '坚持“四水四定”，推动用水方式转变。': [14, 15],
      '落实分级责任&监督检查。': [15, 16],
      '指标\t目标': [18, 18],
      '用水总量\t12 亿方': [20, 20],
      '2. 建立台账，逐月核对。': [22, 23],
      '附 表\t说明': [26, 27],
      '见统计年鉴。': [30, 30],
    },
  },
  {
    name: 'Markdown with breaks of Windows',
    path: 'b.md',
    file: '# 甲\r\n\r\n乙\r\n丙。\r\n\r\n丁。',
    lines: { 甲: [1, 1], 乙丙: [3, 4], 丁: [6, 6] },
  },
];

describe('a place in a resolved text is a line of the file', () => {
  it.each(rows)('$name', async ({ path, file, lines }) => {
    const source = await readBytes(Buffer.from(file), path);
    const places = placesOf(source);
    const found = Object.keys(lines).map((text) => {
      const start = source.text.indexOf(text);
      return [
        text,
        start < 0 ? 'not found' : fileLines(places, { start, end: start + text.length }),
      ];
    });
    expect(Object.fromEntries(found)).toEqual(lines);
  });

  it.each(rows.slice(0, 2))('$name: printed trees count in the file', async ({ path, file }) => {
    const source = await readBytes(Buffer.from(file), path);
    const [document] = treeJson(parse(source, PARSE_OPTIONS)).documents;
    const [section] = document?.children.filter(({ type }) => type === 'section') ?? [];
    const { start, end, lines } = section!.span;
    const printed = file.slice(start, end);
    expect(printed.startsWith('一、总体')).toBe(true);
    const first = file.slice(0, start).split('\n').length;
    expect(lines).toEqual([first, first + printed.split('\n').length - 1]);
  });
});
