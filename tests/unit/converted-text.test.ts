import { describe, expect, it } from 'vitest';
import { readBytes } from '../../src/ingest/index.js';
import { parse } from '../../src/parse/index.js';
import { PARSE_OPTIONS } from '../support/sources.js';

/** What is said of a text whose layout a converter lost. */
async function said(text: string): Promise<string[]> {
  const { diagnostics } = parse(await readBytes(Buffer.from(text), 'a.txt'), PARSE_OPTIONS);
  return diagnostics
    .filter(({ code }) => code === 'ingest/blank-columns' || code === 'parse/glued-signature')
    .map(
      ({ code, span, params }) => `${code} ${params?.lines ?? text.slice(span?.start, span?.end)}`,
    );
}

const HEAD = '青禾市水务局关于节水的通知\n各县水务局：\n';

describe('what a converter lost is said where it cannot be mended', () => {
  it.each<[name: string, body: string, expected: readonly string[]]>([
    [
      'columns that do not stand under each other',
      '东湖县  0.45   0.60\n西岭大山县     0.40     0.55\n南川        0.38 0.50     1\n',
      ['ingest/blank-columns 3'],
    ],
    ['columns that do', '东湖县  0.45  0.60\n西岭县  0.40  0.55\n南川县  0.38  0.50\n', []],
    ['one line with blanks', '东湖县  0.45  0.60\n请认真执行。\n', []],
    ['articles set apart by blanks', '第一条  管好  用水。\n第二条  节约  用水。\n', []],
    [
      'a signature without a mark before it',
      '管好用水，请认真贯彻执行青禾市人民政府2022年4月1日\n',
      ['parse/glued-signature 请认真贯彻执行青禾市人民政府2022年4月1日'],
    ],
    ['an office in a sentence', '节水方案已经报送，经青禾市人民政府2022年4月1日\n', []],
    ['a signature after a full stop', '请认真贯彻执行。青禾市人民政府2022年4月1日\n', []],
  ])('%s', async (_name, body, expected) => {
    expect(await said(HEAD + body)).toEqual(expected);
  });
});
