// Full and incremental `check` of a corpus of 500 documents, one changed. Run after `npm run build`.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = new URL('../..', import.meta.url).pathname;
const count = Number(process.argv[2] ?? 500);
const folder = mkdtempSync(join(tmpdir(), 'duibiao-bench-'));
const text = readFileSync(join(root, 'corpus/hubei/hubei-proposal-2020.txt'), 'utf8');
const lines = text.slice(text.indexOf('---\n', 4) + 4).split('\n');

const documentOf = (i) => {
  const level = i % 2 === 0 ? 'province' : 'city';
  // A window of the text for each, so that no two documents are the same.
  const body = lines.slice(1 + (i % 40), 31 + (i % 40)).map((line) => `${line}`);
  return `---\nid: doc-${i}\ntitle: 样本${i}\nlevel: ${level}\nkind: plan\n---\n样本${i}\n${body.join('\n')}\n`;
};
mkdirSync(join(folder, 'corpus'));
for (let i = 0; i < count; i += 1)
  writeFileSync(join(folder, `corpus/doc-${i}.txt`), documentOf(i));
const names = Array.from({ length: count }, (_, i) => `  - doc-${i}.txt`).join('\n');
writeFileSync(
  join(folder, 'corpus/corpus.yaml'),
  `documents:\n${names}\naliases:\n  up: doc-0\n  down: doc-1\n`,
);

const run = (label) => {
  const start = performance.now();
  try {
    execFileSync('node', [join(root, 'bin/duibiao.js'), 'check', '--cache', '--format', 'json'], {
      cwd: folder,
      maxBuffer: 2 ** 28,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
  } catch (error) {
    if (error.status !== 1) throw error;
  }
  const seconds = (performance.now() - start) / 1000;
  console.log(`${label}: ${seconds.toFixed(2)} s`);
  return seconds;
};
const full = run(`full, ${count} documents`);
const path = join(folder, 'corpus/doc-7.txt');
writeFileSync(path, readFileSync(path, 'utf8').replace('。', ' 。'));
const one = run('one changed');
console.log(`ratio: ${(one / full).toFixed(3)}`);
rmSync(folder, { recursive: true });
