/**
 * npm run bench:scale -- PAPERS [STATUTES]: one paper against many, with peers in the same run; writes docs/benchmarks.md.
 *
 * PAPERS is a folder of texts (pairs of them are aligned), STATUTES a folder `local/<province>/<title>(<date>).txt` beside
 * `national/…`: the list of what should be found is made from its file names (`expectedSources`). Processor time throughout, since
 * other work on the machine would show in the clock's.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diffChars } from 'diff';
import {
  alignPair,
  alignPapersOf,
  openWorkspace,
  preparePaper,
  readSide,
  sourcesOfDocument,
} from '../../dist/index.js';
import { openRunCache } from '../../dist/pipeline/index.js';

const [PAPERS, STATUTES] = process.argv.slice(2);
if (PAPERS === undefined) throw new Error('name a folder of papers');
/** Papers, spread over the folder's names; every third pair of them. */
const COUNT = 10;
const STEP = 3;
/** Minima in a MinHash signature. */
const PERMUTATIONS = 128;
/** Every so manieth of the expected sources is asked for. */
const EVERY = Number(process.env.EVERY ?? 6);

const processor = () => process.cpuUsage().user / 1000;
const textsBelow = (folder) =>
  readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.txt'))
    .sort();

async function timed(work) {
  const began = processor();
  const value = await work();
  return { value, time: processor() - began };
}

/** What another program takes by the clock, in milliseconds. */
function ofProgram(command, args) {
  const began = performance.now();
  spawnSync(command, args, { maxBuffer: 2 ** 30 });
  return performance.now() - began;
}

const lines = [
  '# Benchmarks',
  '',
  'Written by `npm run bench:scale`. Times are processor time on one core of the machine it ran on, peers in the same run: ratios are what to read.',
  '',
];
await pairs();
if (STATUTES !== undefined) await sources();
writeFileSync(new URL('../../docs/benchmarks.md', import.meta.url), `${lines.join('\n')}\n`);
console.log(lines.join('\n'));

async function pairs() {
  const names = textsBelow(PAPERS);
  const paths = Array.from({ length: COUNT }, (_, i) =>
    join(PAPERS, names[Math.floor((i * names.length) / COUNT)]),
  );
  const ws = openWorkspace(process.cwd());
  const sides = [];
  for (const path of paths) sides.push(await readSide(ws, path));
  const chosen = sides.flatMap((up, i) =>
    sides.flatMap((down, j) => (i !== j && (i + j) % STEP === 0 ? [[up, down]] : [])),
  );
  const sum = { unprepared: 0, prepared: 0, preparing: 0, diff: 0, words: 0 };
  // The first round warms both up.
  for (const round of ['warm', 'counted']) {
    const papers = new Map();
    for (const side of sides) {
      const { value, time } = await timed(() =>
        preparePaper({ ...ws, papers: new WeakMap() }, side),
      );
      papers.set(side, value);
      if (round === 'counted') sum.preparing += time;
    }
    for (const [up, down] of chosen) {
      const fresh = { ...ws, papers: new WeakMap() };
      const alone = await timed(() => alignPair(fresh, up, down));
      const ready = await timed(() => alignPapersOf(ws, papers.get(up), papers.get(down)));
      if (JSON.stringify(alone.value.links) !== JSON.stringify(ready.value.links))
        throw new Error('other links');
      if (round !== 'counted') continue;
      sum.unprepared += alone.time;
      sum.prepared += ready.time;
    }
  }
  const text = (side) => side.documents.flatMap((d) => d.sentences.map((s) => s.text)).join('\n');
  for (const [up, down] of chosen.slice(0, 4)) {
    sum.diff += (await timed(() => diffChars(text(up), text(down), { timeout: 4_000 }))).time;
    const at = (side) => paths[sides.indexOf(side)];
    const word = ['diff', '--no-index', '--word-diff', '--word-diff-regex=.', at(up), at(down)];
    sum.words += ofProgram('git', word);
  }
  const each = (value, count = chosen.length) => value / count;
  const row = (name, time) =>
    lines.push(
      `| ${name} | ${time.toFixed(1)} | ${(1000 / time).toFixed(1)} | ${(each(sum.unprepared) / time).toFixed(2)} |`,
    );
  lines.push(
    '## Pairs',
    '',
    `${chosen.length} pairs of ${COUNT} papers, ${Math.round(sides.reduce((n, s) => n + text(s).length, 0) / COUNT)} characters each in the mean; the same links from both, to the bit.`,
    '',
    '| | ms a pair | pairs a second | × `alignPair` on unprepared papers |',
    '|---|---|---|---|',
  );
  row('`alignPair`, papers unprepared', each(sum.unprepared));
  row('`alignPapersOf`, papers prepared', each(sum.prepared));
  row('jsdiff `diffChars` (4 s at most), 4 of the pairs', each(sum.diff, 4));
  row(
    '`git diff --no-index --word-diff` by character, 4 of the pairs, by the clock',
    each(sum.words, 4),
  );
  lines.push('', `Preparing takes ${(sum.preparing / COUNT).toFixed(1)} ms a paper, once.`, '');
}

/** A statute's subject: its title without place, date and kind of statute. */
function subjectOf(title, places) {
  let rest = title.replace(/\(\d{4}-\d\d-\d\d\)$/, '');
  const place = places.find((name) => rest.startsWith(name));
  if (place === undefined) return undefined;
  rest = rest.slice(place.length).replace(/[《》]|中华人民共和国|^(?:实施|经济特区)/g, '');
  return rest.replace(/(?:若干)?(?:条例|规定|办法|细则|决定|实施办法)$/, '');
}

/** City statutes with the statutes of their own province on the same subject, by file name. */
function expectedSources() {
  const regions = readFileSync(new URL('../../corpus/lexicon/regions.tsv', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => /^\d/.test(line))
    .map((line) => line.split('\t'));
  const byLength = (a, b) => b.length - a.length;
  const names = regions.flatMap(([, name, short]) => [name, short]).sort(byLength);
  const provinces = new Map(
    regions.filter(([code]) => code.endsWith('0000')).map(([, name, short]) => [short, name]),
  );
  const models = new Map();
  const cities = [];
  for (const path of textsBelow(join(STATUTES, 'local'))) {
    const [folder, file] = path.split('/');
    const title = file.replace(/\.txt$/, '');
    const province = provinces.get(folder);
    // A municipality's own statutes are of a province's level.
    if (province === undefined || province.endsWith('市')) continue;
    const own = subjectOf(title, [province]);
    const subject = own ?? subjectOf(title, names);
    if (subject === undefined) continue;
    const key = `${folder} ${subject}`;
    if (own === undefined) cities.push([`local/${path}`, key]);
    else models.set(key, [...(models.get(key) ?? []), `local/${path}`]);
  }
  return cities.flatMap(([path, key]) =>
    models.has(key) ? [{ path, models: models.get(key) }] : [],
  );
}

async function sources() {
  const folder = mkdtempSync(join(tmpdir(), 'duibiao-bench-'));
  const from = new Set(['national', 'province']);
  const ws = openWorkspace(process.cwd(), undefined, openRunCache(folder));
  const all = textsBelow(STATUTES);
  const bytes = all.reduce((sum, name) => sum + statSync(join(STATUTES, name)).size, 0);
  const expected = expectedSources();
  const asked = expected.filter((_, i) => i % EVERY === 0);
  const ask = (path, own = ws) =>
    sourcesOfDocument(own, join(STATUTES, path), { folder: STATUTES, from });
  const indexed = await timed(() => ask(asked[0].path));
  const memory = process.memoryUsage().rss;
  let [first, three] = [0, 0];
  const times = { ours: [], again: [], peer: [] };
  let peerFirst = 0;
  let peerThree = 0;
  const peer = await timed(() => minHashes(all));
  for (const { path, models } of asked) {
    const found = await timed(() => ask(path));
    const rank = found.value.sources.findIndex((source) => models.includes(source.path));
    if (rank === 0) first += 1;
    if (rank >= 0 && rank < 3) three += 1;
    times.ours.push(found.time);
    times.again.push((await timed(() => ask(path))).time);
    const near = await timed(() => nearestBy(peer.value, path));
    const place = near.value.findIndex((name) => models.includes(name));
    if (place === 0) peerFirst += 1;
    if (place >= 0 && place < 3) peerThree += 1;
    times.peer.push(near.time);
  }
  rmSync(folder, { recursive: true, force: true });
  const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1].toFixed(0);
  const share = (count) => `${count} of ${asked.length}`;
  lines.push(
    '## Sources',
    '',
    `${all.length} statutes, ${(bytes / 1e6).toFixed(1)} MB. Of ${expected.length} city statutes whose province has one on the same subject (title without place, date and kind of statute), every ${EVERY}th was asked for with \`--from national,province\`.`,
    '',
    '| | the province’s own first | among three | ms a query, median | ms a query, asked again |',
    '|---|---|---|---|---|',
    `| \`sources\` | ${share(first)} | ${share(three)} | ${median(times.ours)} | ${median(times.again)} |`,
    `| MinHash, 128 permutations of 5-character shingles, the same levels by file name | ${share(peerFirst)} | ${share(peerThree)} | ${median(times.peer)} | |`,
    '',
    `Indexing with the first query: ${(indexed.time / 1000).toFixed(1)} s, ${(bytes / 1000 / indexed.time).toFixed(2)} MB a second, ${(memory / 1e6).toFixed(0)} MB of memory at its end; MinHash signatures ${(peer.time / 1000).toFixed(1)} s.`,
    '',
  );
}

/** Near-duplicate search as it is usually written (Broder 1997): a signature of minima a text. */
function minHashes(names) {
  const seeds = Uint32Array.from({ length: PERMUTATIONS }, (_, i) => Math.imul(i + 1, 0x9e3779b1));
  return new Map(
    names.map((name) => {
      const text = readFileSync(join(STATUTES, name), 'utf8').replaceAll(
        /[^\p{Script=Han}\d]/gu,
        '',
      );
      const signature = new Uint32Array(PERMUTATIONS).fill(0xffffffff);
      const seen = new Set();
      for (let at = 0; at + 5 <= text.length; at += 1) {
        let hash = 0;
        for (let k = 0; k < 5; k += 1) hash = Math.imul(hash ^ text.charCodeAt(at + k), 0x01000193);
        if (seen.has(hash)) continue;
        seen.add(hash);
        for (let p = 0; p < PERMUTATIONS; p += 1) {
          let own = Math.imul(hash ^ seeds[p], 0x85ebca6b);
          own = (own ^ (own >>> 15)) >>> 0;
          if (own < signature[p]) signature[p] = own;
        }
      }
      return [name, signature];
    }),
  );
}

function nearestBy(signatures, path) {
  const own = signatures.get(path);
  const upper = (name) => name.startsWith('national/') || isProvincial(name);
  return [...signatures]
    .filter(([name]) => name !== path && upper(name))
    .map(([name, other]) => [
      name,
      own.reduce((sum, value, i) => sum + (value === other[i] ? 1 : 0), 0),
    ])
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, 5)
    .map(([name]) => name);
}

function isProvincial(name) {
  const [, folder, file = ''] = name.split('/');
  return (
    /^(?:北京|上海|重庆|天津)/.test(folder) || new RegExp(`^${folder}(?:省|.*自治区)`).test(file)
  );
}
