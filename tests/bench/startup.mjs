/**
 * How long commands take, as multiples of an empty Node (`node -e 0`), which is what a person feels on any machine.
 *
 * Prints, never judges: `npm run build && node tests/bench/startup.mjs [runs]`.
 * First runs have an empty cache, second runs the one they left. Medians, taken in turn so that a busy machine slows all
 * alike; the best run stands beside the median because it is the least disturbed.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const RUNS = Number(process.argv[2] ?? 5);
const BINARY = fileURLToPath(new URL('../../bin/duibiao.js', import.meta.url));
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const COMMANDS = [
  ['--version'],
  ['--help'],
  ['completion', 'bash'],
  ['__complete', '--', 'parse', 'hu'],
  ['start'],
  ['parse', 'hubei'],
  ['themes', 'wuhan'],
  ['coverage', 'hubei', 'wuhan'],
  ['sources', 'wuhan'],
  ['compare', 'hubei', 'wuhan', '--theme', 'housing'],
];

/** Milliseconds of one run. */
function timed(args, folder) {
  const began = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, DUIBIAO_CACHE_DIR: folder, LANG: 'en_GB.UTF-8' },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${args.join(' ')}: exit ${status}\n${stderr}`);
  const wall = Number(process.hrtime.bigint() - began) / 1e6;
  return wall;
}

function median(values) {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}

const rows = [
  { name: 'node -e 0', args: ['-e', '0'], warm: true },
  ...COMMANDS.flatMap((command) => [
    { name: command.join(' '), args: [BINARY, ...command], warm: false },
    { name: `${command.join(' ')}  (again)`, args: [BINARY, ...command], warm: true },
  ]),
].map((row) => ({ ...row, times: [] }));

for (let i = 0; i < RUNS; i += 1) {
  const folder = mkdtempSync(join(tmpdir(), 'duibiao-bench-'));
  for (const row of rows) {
    if (!row.warm) rmSync(folder, { recursive: true, force: true });
    row.times.push(timed(row.args, folder));
  }
  rmSync(folder, { recursive: true, force: true });
}

const base = median(rows[0].times);
for (const { name, times } of rows) {
  const middle = median(times);
  const least = Math.min(...times);
  console.log(
    `${name.padEnd(52)} ${middle.toFixed(0).padStart(6)} ms  × ${(middle / base).toFixed(1).padStart(5)}  (best × ${(least / Math.min(...rows[0].times)).toFixed(1)})`,
  );
}
