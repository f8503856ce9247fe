import { readFile } from 'node:fs/promises';
import segmentit from 'segmentit';
import { expect, test } from 'vitest';
import { type DictionaryWord, wordsOnDemand } from '../../src/segment/dictionary.js';
import { createHanCutter } from '../../src/segment/han-cutter.js';

const LISTS = ['\uFEFF国|1|5\n国家|2|7\r\n家国|2|1\n国家级|4|3\n', '国家|8|100\n国|1|5'];

test('words of a place come with what the later list says of them, the shorter first', () => {
  const learnt: string[] = [];
  const wordsAt = wordsOnDemand(LISTS, ({ text }) => learnt.push(text));
  expect(wordsAt('国家级', 0)).toEqual<DictionaryWord[]>([
    { text: '国', kinds: 1, frequency: 5 },
    { text: '国家', kinds: 8, frequency: 100 },
    { text: '国家级', kinds: 4, frequency: 3 },
  ]);
  expect(wordsAt('国家', 0).map(({ text }) => text)).toEqual(['国', '国家']);
  expect(wordsAt('国家', 1)).toEqual([]);
  expect(learnt).toEqual(['国', '国家', '国家级']);
});

test('runs are cut as segmentit cuts them with its whole dictionary', async () => {
  const text = await readFile('corpus/wuhan/wuhan-proposal-2020.txt', 'utf8');
  const runs = [...new Set(text.match(/\p{Script=Han}{2,14}/gu))].slice(0, 800);
  expect(runs).toHaveLength(800);
  const whole = new segmentit.Segment()
    .use([segmentit.DictTokenizer, segmentit.DictOptimizer])
    .loadDict(segmentit.dicts.join('\n'));
  const cut = await createHanCutter([]);
  expect(runs.map((run) => cut(run))).toEqual(
    runs.map((run) => whole.doSegment(run).map(({ w }) => w)),
  );
});
