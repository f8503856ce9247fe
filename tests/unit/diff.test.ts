import { describe, expect, test } from 'vitest';
import { type DiffKnowledge, diffSentences } from '../../src/findings/diff/analyse.js';
import type { Token, TokenKind } from '../../src/model/index.js';

/** `推进|全省|的` is three tokens; the kind is seen from the text. */
function tokens(notation: string): Token[] {
  let start = 0;
  return notation.split('|').map((text) => {
    const token = { text, start, end: start + text.length, kind: kindOf(text) };
    start = token.end;
    return token;
  });
}

function kindOf(text: string): TokenKind {
  if (/^“.+”$/u.test(text)) return 'quoted';
  if (/\d年/u.test(text)) return 'date';
  if (/\d/u.test(text)) return 'number';
  return /^[\p{P}\s]+$/u.test(text) ? 'punctuation' : 'word';
}

const KNOWLEDGE: DiffKnowledge = {
  swaps: [
    { upstream: '全国', downstream: '全省' },
    { upstream: '全省', downstream: '全市' },
    { upstream: '湖北', downstream: '武汉' },
  ],
  setPhrases: [['房住不炒', '房子是用来住的、不是用来炒的']],
  commitment: new Map([
    ['确保', 5],
    ['推进', 4],
    ['加快', 4],
    ['鼓励', 3],
    ['探索', 2],
  ]),
};

/** `kind up→down`, one for each change. */
function changes(up: string, down: string): string[] {
  const upTokens = tokens(up);
  const downTokens = tokens(down);
  const upText = up.replaceAll('|', '');
  const downText = down.replaceAll('|', '');
  return diffSentences(
    { text: upText, tokens: upTokens },
    { text: downText, tokens: downTokens },
    KNOWLEDGE,
  ).map(
    (change) =>
      `${change.kind} ${upText.slice(change.startUp, change.endUp)}→${downText.slice(change.startDown, change.endDown)}`,
  );
}

const ROWS: readonly [name: string, up: string, down: string, expected: readonly string[]][] = [
  // Nothing is only re-ordered where no 、 makes a list of it.
  [
    'two words around 和',
    '种植|稻谷|和|小麦|。',
    '种植|小麦|和|稻谷|。',
    ['dropped 稻谷和→', 'added →和稻谷'],
  ],
  ['the same in a list', '种植|稻谷|、|玉米|和|小麦|。', '种植|小麦|、|玉米|和|稻谷|。', []],
  ['nothing', '加快|发展|。', '加快|发展|。', []],
  ['listed swap', '提高|全省|水平', '提高|全市|水平', ['swap 全省→全市']],
  ['swap over two levels', '提高|全国|水平', '提高|全市|水平', ['swap 全国→全市']],
  ['swap inside a word', '实施|科教兴省|战略', '实施|科教兴市|战略', ['swap 科教兴省→科教兴市']],
  ['swap of several tokens', '支持|湖北|省|发展', '支持|武汉|市|发展', ['swap 湖北省→武汉市']],
  ['level word that is none', '优化|城市', '优化|城区', ['changed 城市→城区']],
  ['figure', '提高|到|10%|。', '提高|到|12%|。', ['number 10%→12%']],
  ['deadline', '2025年|建成', '2027年|建成', ['number 2025年→2027年']],
  ['softened deadline', '2030年前|达峰', '力争|2030年前|达峰', ['number 2030年前→力争2030年前']],
  ['softened figure', '达到|10%|。', '达到|10%|左右|。', ['number 10%→10%左右']],
  ['hedge away from a figure', '达峰|。', '力争|达峰|。', ['added →力争']],
  [
    'figure inside a rewritten stretch',
    '建设|示范园|30个|，|见效',
    '打造|基地|50个|，|见效',
    ['changed 建设示范园→打造基地', 'number 30个→50个'],
  ],
  ['commitment', '推进|改革|。', '探索|改革|。', ['commitment 推进→探索']],
  [
    'commitment before the same object',
    '大力|推进|土地|改革|。',
    '稳妥|探索|土地|改革|。',
    ['changed 大力→稳妥', 'commitment 推进→探索'],
  ],
  [
    'graded words of different objects',
    '推进|住房|供给|。',
    '探索|土地|入市|。',
    ['changed 推进住房供给→探索土地入市'],
  ],
  ['commitment of the same grade', '推进|改革|。', '加快|改革|。', ['changed 推进→加快']],
  ['commitment that came', '改革|。', '鼓励|改革|。', ['commitment →鼓励']],
  ['list re-ordered', '发展|芯片|、|网络|、|显示|等', '发展|显示|、|芯片|、|网络|等', []],
  ['list swapped over two', '发展|芯片|、|网络|。', '发展|网络|、|芯片|。', []],
  [
    'list member added',
    '发展|芯片|、|网络|等',
    '发展|芯片|、|显示|、|网络|等',
    ['list-member →显示、'],
  ],
  [
    'list member dropped and others moved',
    '发展|芯片|、|网络|、|显示|。',
    '发展|显示|、|芯片|。',
    ['list-member 网络→'],
  ],
  [
    'list member replaced',
    '水利|、|供水|、|电力|设施',
    '水利|、|供排水|、|电力|设施',
    ['list-member 供水→供排水'],
  ],
  [
    'quotation marks only',
    '坚持|因城施策|方针',
    '坚持|“因城施策”|方针',
    ['set-phrase 因城施策→“因城施策”'],
  ],
  [
    'set phrase in other words, a word more before it below',
    '坚持|房住不炒|定位',
    '坚持|好|房子是用来住的、不是用来炒的|定位',
    ['changed 房住不炒→好房子是用来住的、不是用来炒的'],
  ],
  ['comma only', '同时|新情况|出现', '同时|，|新情况|出现', ['set-phrase →，']],
  [
    'listed phrase',
    '坚持|房子|是|用来|住|的|、|不是|用来|炒|的|，|租购并举',
    '坚持|房住不炒|，|租购并举',
    ['set-phrase 房子是用来住的、不是用来炒的→房住不炒'],
  ],
  ['clause added', '增加|供给|。', '增加|供给|，|健全|制度|。', ['added →，健全制度']],
  ['clause dropped', '健全|制度|，|增加|供给|。', '增加|供给|。', ['dropped 健全制度，→']],
  [
    'one change around 的',
    '优质|的|供给|增加',
    '充足|的|来源|增加',
    ['changed 优质的供给→充足的来源'],
  ],
  ['nothing shared', '甲', '乙|丙', ['changed 甲→乙丙']],
  ['one side empty', '甲', '', ['dropped 甲→']],
];

describe('diffSentences', () => {
  test.each(ROWS)('%s', (_name, up, down, expected) => {
    expect(changes(up, down)).toEqual(expected);
  });

  test('an added wording stands where it would be upstream', () => {
    const [up, down] = ['增加|供给|。', '稳步|增加|供给|。'].map(tokens);
    const diff = diffSentences(
      { text: '增加供给。', tokens: up! },
      { text: '稳步增加供给。', tokens: down! },
      KNOWLEDGE,
    );
    expect(diff).toEqual([{ startUp: 0, endUp: 0, startDown: 0, endDown: 2, kind: 'added' }]);
  });
});
