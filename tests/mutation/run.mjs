/**
 * Mutation testing: does a test notice when the source says something else?
 *
 *     npm run mutation -- src/parse --sample 60 --seed 1 [--only 0-19,33] [--tests a.test.ts,b.test.ts] [--jobs 2]
 *
 * A seeded sample of small changes (negated conditions, && for ||, shifted comparisons and constants, deleted
 * statements); each runs the folder's tests in a process of its own, with a time limit. Nothing on disk changes.
 * Prints the score (share of mutants that some test noticed) and the survivors by number; asserts nothing. `--only` tries these
 * numbers of the sample: a long run in parts, or the survivors again once they have their rows.
 */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { mutantsOf } from './mutants.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Tests that speak of a folder: the slow ones are asked only where the others notice nothing. */
const TESTS = {
  'src/parse': [
    'unit/parse-rows',
    'golden/parse',
    'golden/line-breaks',
    'unit/compendium',
    'property/parse',
  ],
  'src/align': [
    'unit/align',
    'unit/boosting',
    'unit/mixture',
    'unit/counterparts',
    'unit/concepts',
    'unit/threshold',
    'unit/typed-differences',
    'unit/changed-figure',
    'unit/clauses',
    'unit/themes-label',
    'unit/themes-tools',
    'unit/decisions',
    'unit/engine',
    'unit/own-fit',
    'unit/own-model',
    'unit/papers',
    'unit/prepared-papers',
    'unit/training',
    'unit/clause-members',
    'unit/pairing',
    'unit/swaps',
    'unit/links-flat',
    'unit/component-words',
    'unit/fit-folds',
    'unit/theme-trial',
    'unit/levels',
    'property/fuzz-kept',
    'property/themes',
    'golden/components',
    'golden/comparison',
    'property/align',
    'quality/align',
  ],
  'src/findings': [
    'unit/registry',
    'unit/group-diff',
    'golden/line-breaks',
    'cli/parse-diagnostics',
    'unit/coverage',
    'unit/commitment',
    'unit/phrases',
    'unit/targets',
    'unit/diff',
    'unit/comparison',
    'unit/trace',
    'unit/stats',
    'unit/findings-terminal',
    'unit/report',
    'unit/bodies',
    'unit/brief',
    'unit/brief-comparable',
    'unit/clause-members',
    'unit/diffusion',
    'unit/quality',
    'unit/shared-marks',
    'golden/comparison',
    'quality/phrases',
    'quality/targets',
    'quality/commitment',
    'unit/search',
    'unit/figure-edited',
    'unit/targets-lexicon',
    'unit/swaps',
    'unit/remarks',
    'unit/table-rows',
    'property/comparison',
    'property/diff',
    'property/phrases',
    'property/accounting',
  ],
};

/** Half a minute each. */
const SLOW = new Set(
  ['property/accounting', 'unit/quality', 'quality/align', 'unit/training'].map(pathOf),
);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    tests: { type: 'string' },
    jobs: { type: 'string', default: '2' },
    only: { type: 'string' },
  },
});
const folder = positionals[0] ?? 'src/parse';
const tests = values.tests?.split(',') ?? TESTS[folder]?.map(pathOf) ?? [];
if (tests.length === 0) throw new Error(`--tests is needed for ${folder}`);

function pathOf(name) {
  return `tests/${name}.test.ts`;
}

/** Numbers of the sample that are wanted: `0-19,33`. */
function wantedOf(text, size) {
  if (text === undefined) return Array.from({ length: size }, (_, i) => i);
  return text.split(',').flatMap((part) => {
    const [first, last = first] = part.split('-').map(Number);
    return Array.from({ length: last - first + 1 }, (_, i) => first + i);
  });
}

/** mulberry32: the same seed gives the same sample everywhere. */
function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

function sampleOf(items, size, next) {
  const pool = [...items];
  for (let i = 0; i < Math.min(size, pool.length); i += 1) {
    const other = i + Math.floor(next() * (pool.length - i));
    [pool[i], pool[other]] = [pool[other], pool[i]];
  }
  return pool.slice(0, size);
}

/** `killed`, `survived` or `timeout`. */
async function tryMutant(mutant, limit) {
  const quick = await runTests(mutant, limit, (test) => !SLOW.has(test));
  return quick === 'survived' ? runTests(mutant, limit, (test) => SLOW.has(test)) : quick;
}

/** The process gets a group of its own, so that its workers end with it. */
function runTests(mutant, limit, isAsked) {
  const asked = tests.filter(isAsked);
  if (asked.length === 0) return 'survived';
  return new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      [
        join(ROOT, 'node_modules/vitest/vitest.mjs'),
        'run',
        '--update=none',
        '--config',
        'tests/mutation/vitest.config.mjs',
        ...asked,
      ],
      {
        cwd: ROOT,
        detached: true,
        stdio: 'ignore',
        env: { ...process.env, MUTANT: JSON.stringify(mutant) },
      },
    );
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      process.kill(-child.pid, 'SIGKILL');
    }, limit);
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve(late ? 'timeout' : code === 0 ? 'survived' : 'killed');
    });
  });
}

const files = readdirSync(join(ROOT, folder), { recursive: true })
  .filter((name) => name.endsWith('.ts'))
  .sort();
const all = files.flatMap((name) => {
  const file = join(ROOT, folder, name);
  return mutantsOf(readFileSync(file, 'utf8')).map((mutant) => ({ file, ...mutant }));
});

const started = Date.now();
if ((await tryMutant(null, 600_000)) !== 'survived') throw new Error('the tests fail as they are');
const limit = 5_000 + 4 * (Date.now() - started);
const sample = sampleOf(all, Number(values.sample), random(Number(values.seed)));
const results = new Array(sample.length);
const wanted = wantedOf(values.only, sample.length);
let at = 0;
await Promise.all(
  Array.from({ length: Number(values.jobs) }, async () => {
    while (at < wanted.length) {
      const index = wanted[at++];
      results[index] = await tryMutant(sample[index], limit);
      process.stderr.write(results[index] === 'survived' ? 'S' : '.');
    }
  }),
);
process.stderr.write('\n');

const count = (result) => results.filter((each) => each === result).length;
const noticed = count('killed') + count('timeout');
console.log(
  `${folder}: ${noticed} of ${wanted.length} mutants noticed (${Math.round((100 * noticed) / wanted.length)} %), ` +
    `${count('timeout')} by the time limit; ${all.length} possible, seed ${values.seed}, ` +
    `${Math.round((Date.now() - started) / 1000)} s`,
);
sample.forEach((mutant, index) => {
  if (results[index] !== 'survived') return;
  const source = readFileSync(mutant.file, 'utf8');
  const line = source.slice(0, mutant.start).split('\n').length;
  const was = source.slice(mutant.start, mutant.end).replaceAll(/\s+/g, ' ');
  const text = source.split('\n')[line - 1].trim();
  console.log(
    `  ${index}  ${relative(ROOT, mutant.file)}:${line}  ${mutant.kind}: ${was} → ${mutant.text.replaceAll(/\s+/g, ' ')}\n      ${text}`,
  );
});
