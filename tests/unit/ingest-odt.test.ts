import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readBytes } from '../../src/ingest/index.js';
import { odt } from '../support/paper-writers.js';

const level = (at: number, attributes: string, follows = 'nothing'): string =>
  `<text:list-level-style-number text:level="${at}" ${attributes}><style:list-level-properties><style:list-level-label-alignment text:label-followed-by="${follows}"/></style:list-level-properties></text:list-level-style-number>`;
const STYLES = [
  '<text:list-style style:name="A">',
  level(1, 'loext:num-list-format="第%1%条" style:num-format="一, 二, 三, ..."', 'space'),
  level(2, 'style:num-format="1" style:num-suffix="." text:display-levels="2"'),
  '<text:list-level-style-bullet text:level="3" text:bullet-char="\ue001"/>',
  level(4, 'style:num-format="新"'),
  '</text:list-style>',
  '<text:outline-style>',
  level(1, 'style:num-format="1"', 'space'),
  level(2, 'style:num-format="1" text:display-levels="2"', 'space'),
  '</text:outline-style>',
  '<style:style style:name="Heading_20_2" style:display-name="Heading 2" style:family="paragraph"/>',
  '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Heading_20_2"/>',
  '<style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/></style:style>',
].join('');

const p = (text: string): string => `<text:p>${text}</text:p>`;
const item = (inside: string, attributes = ''): string =>
  `<text:list-item${attributes}>${inside}</text:list-item>`;
const list = (inside: string, attributes = ''): string =>
  `<text:list text:style-name="A"${attributes}>${inside}</text:list>`;
const inner = (inside: string): string => `<text:list>${inside}</text:list>`;
const cell = (inside: string, attributes = ''): string =>
  `<table:table-cell${attributes}>${inside}</table:table-cell>`;
const row = (...cells: string[]): string => `<table:table-row>${cells.join('')}</table:table-row>`;
const covered = '<table:covered-table-cell/>';
const changes = (id: string, kind: string): string =>
  `<text:tracked-changes><text:changed-region text:id="${id}">${kind}</text:changed-region></text:tracked-changes>`;

const read = (body: string, options = {}) => readBytes(odt(body, STYLES), 'x.odt', options);

describe('what is text of an OpenDocument', () => {
  it.each([
    ['blanks and breaks', p('a<text:s text:c="2"/>b<text:line-break/>c\n  d'), ['a  b', 'c d']],
    [
      'numbers of a list',
      list(item(p('a') + p('b')) + item(p('c'))),
      ['第一条 a', 'b', '第二条 c'],
    ],
    ['a list that begins anew', list(item(p('a'))) + list(item(p('b'))), ['第一条 a', '第一条 b']],
    [
      'a list that goes on',
      list(item(p('a')), ' xml:id="l1"') +
        p('b') +
        list(item(p('c')), ' text:continue-numbering="true"'),
      ['第一条 a', 'b', '第二条 c'],
    ],
    [
      'a list that goes on by name',
      `${list(item(p('a')), ' xml:id="l1"')}${list(item(p('b')))}${list(item(p('c')), ' text:continue-list="l1"')}`,
      ['第一条 a', '第一条 b', '第二条 c'],
    ],
    [
      'numbers of two levels',
      list(item(p('a') + inner(item(p('b')) + item(p('c'))))),
      ['第一条 a', '一.1.b', '一.2.c'],
    ],
    [
      'a list that begins inside',
      list(item(inner(item(p('a')))) + item(p('b'))),
      ['一.1.a', '第二条 b'],
    ],
    ['a start of its own', list(item(p('a'), ' text:start-value="5"')), ['第五条 a']],
    ['bullets', list(item(inner(item(inner(item(p('a'))))))), ['• a']],
    [
      'numbered headings',
      '<text:h text:outline-level="1">a</text:h><text:h text:outline-level="2">b</text:h>',
      ['1 a', '1.1 b'],
    ],
    [
      'tables with joined cells',
      `<table:table>${row(cell(p('a'), ' table:number-columns-spanned="2"'), covered, cell(p('b'), ' table:number-rows-spanned="2"'))}${row(cell(p('c')), cell(p('d')), covered)}</table:table>`,
      ['a\tb', 'c\td\tb'],
    ],
    [
      'a block of cells joined both ways',
      `<table:table>${row(cell(p('a'), ' table:number-columns-spanned="2" table:number-rows-spanned="2"'), covered, cell(p('b')))}${row('<table:covered-table-cell table:number-columns-repeated="2"/>', cell(p('c')))}${row(cell(p('d')), cell(p('e')), covered)}</table:table>`,
      ['a\tb', 'a\tc', 'd\te\t'],
    ],
    [
      'a note at the end',
      p(
        'a<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>b</text:p></text:note-body></text:note>c',
      ),
      ['ac', '①b'],
    ],
    [
      'a box after its paragraph',
      p('a<draw:frame><draw:text-box><text:p>b</text:p></draw:text-box></draw:frame>c'),
      ['ac', 'b'],
    ],
    [
      'no comments, hidden text, page numbers',
      p(
        'a<office:annotation><text:p>b</text:p></office:annotation><text:span text:style-name="T1">c</text:span><text:page-number>3</text:page-number>d',
      ),
      ['ad'],
    ],
    [
      'no table of contents',
      `<text:table-of-content>${p('目录')}</text:table-of-content>${p('a')}`,
      ['a'],
    ],
  ])('%s', async (_, body, expected) => {
    const { text } = await read(body);
    expect(text.replace(/\n$/, '').split('\n')).toEqual(expected);
  });

  it('keeps outline levels of headings and of styles', async () => {
    const { hints } = await read(
      '<text:h text:outline-level="3">a</text:h><text:p text:style-name="P1">b</text:p>',
    );
    expect(hints.map(({ outline }) => outline)).toEqual([3, 2]);
  });

  const insertion = `${changes('c1', '<text:insertion/>')}${p('a<text:change-start text:change-id="c1"/>新<text:change-end text:change-id="c1"/>b')}`;
  const deletion = `${changes('c1', `<text:deletion>${p('旧')}</text:deletion>`)}${p('a<text:change text:change-id="c1"/>b')}`;
  it.each([
    ['insertion', insertion, 'accept', 'a新b'],
    ['insertion', insertion, 'reject', 'ab'],
    ['deletion', deletion, 'accept', 'ab'],
    ['deletion', deletion, 'reject', 'a旧b'],
  ] as const)('%s, %#', async (_, body, trackChanges, expected) => {
    const { text, diagnostics } = await read(body, { trackChanges });
    expect(text.trim()).toBe(expected);
    expect(diagnostics.map(({ code }) => code)).toEqual(['ingest/tracked-changes']);
  });

  it('says which number formats it does not know', async () => {
    const deep = list(item(inner(item(inner(item(inner(item(p('a')))))))));
    const { diagnostics } = await read(deep);
    expect(diagnostics).toMatchObject([{ code: 'ingest/number-format', params: { format: '新' } }]);
  });
});

describe('a bad OpenDocument', () => {
  const locked = { 'META-INF/manifest.xml': strToU8('<manifest:encryption-data/>') };
  const whole = odt(p('a'));
  it.each([
    ['a password', odt(p('a'), '', locked), 'ingest/password'],
    ['no text', odt(p('')), 'ingest/empty'],
    ['half a file', whole.subarray(0, whole.length / 2), 'ingest/zip-broken'],
    ['broken XML', odt('', '', { 'content.xml': strToU8('<a><b>') }), 'ingest/xml-broken'],
    ['a bomb', odt(p(' '.repeat(8 * 2 ** 20))), 'ingest/zip-bomb'],
  ])('%s', async (_, bytes, code) => {
    await expect(readBytes(bytes, 'x.odt')).rejects.toMatchObject({ code });
  });
});
