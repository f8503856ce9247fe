/**
 * Parsing plain text: speed, and how time and memory grow with the text (`npm run bench:parse`).
 *
 * The compendium is laid end to end, so that 8 is about 1.8 MB. The floor is what any reader must do: decode
 * the bytes and cut them into lines. Times are medians; prints ratios, asserts nothing.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createRegionIndex, parse } from '../../dist/parse/index.js';

const file = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const BYTES = readFileSync(file('fixtures/compendium/source.txt'));
const OPTIONS = {
  regions: createRegionIndex(readFileSync(file('corpus/lexicon/regions.tsv'), 'utf8')),
  names: [],
};
const SOURCE = {
  path: 'x',
  format: 'text',
  encoding: 'utf-8',
  sha256: '',
  layout: 'unknown',
  places: [],
  hints: [],
  counts: {},
  diagnostics: [],
};

function median(run, times) {
  const all = [];
  for (let i = 0; i < times; i += 1) {
    const start = process.hrtime.bigint();
    run();
    all.push(Number(process.hrtime.bigint() - start) / 1e6);
  }
  return all.sort((a, b) => a - b)[all.length >> 1];
}

const decode = (bytes) => new TextDecoder('utf-8', { fatal: true }).decode(bytes);
for (let i = 0; i < 5; i += 1) parse({ ...SOURCE, text: decode(BYTES) }, OPTIONS);

let before;
console.log('copies      MB   parse ms    MB/s   floor ms   heap MB   growth (exponent)');
for (const copies of [1, 2, 4, 8, 16]) {
  const bytes = Buffer.concat(Array.from({ length: copies }, () => BYTES));
  const text = decode(bytes);
  const floor = median(() => decode(bytes).split('\n'), 7);
  const time = median(() => parse({ ...SOURCE, text }, OPTIONS), 7);
  globalThis.gc?.();
  const heap = process.memoryUsage().heapUsed;
  const parsed = parse({ ...SOURCE, text }, OPTIONS);
  globalThis.gc?.();
  const grown = (process.memoryUsage().heapUsed - heap) / 2 ** 20;
  const mb = bytes.length / 1e6;
  const exponent = before === undefined ? '' : Math.log2(time / before).toFixed(2);
  before = time;
  console.log(
    [
      copies,
      mb.toFixed(2),
      time.toFixed(1),
      (mb / (time / 1000)).toFixed(1),
      floor.toFixed(1),
      grown.toFixed(1),
      exponent,
    ]
      .map((cell) => String(cell).padStart(9))
      .join(' '),
    parsed.documents.length,
  );
}
