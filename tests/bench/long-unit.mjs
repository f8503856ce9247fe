/**
 * What one very long sentence, line, table cell or heading costs each command, and how that grows with its length.
 *
 * Prints, never judges: `npm run bench:long -- [characters] [command,…] [unit,…] [ending,…]`. Every command reads a small upstream
 * text and a downstream one with the unit, at a quarter, a half and the whole of the length, without cache. The last
 * column is the exponent between the last two, what a small unit takes being subtracted: 1 is linear, 2 quadratic. It means little
 * where the work is lost in the start of the program.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const BINARY = fileURLToPath(new URL('../../bin/duibiao.js', import.meta.url));
const LENGTH = Number(process.argv[2] ?? 80_000);
const LEAST = 100;
const TIMEOUT_MS = 120_000;

const WORDS = '推进城市更新改造老旧小区完善公共服务体系加强生态环境保护统筹发展和安全'.match(
  /../gu,
);
/** Words in an order that does not repeat soon, the same every time. */
function prose(length, mark, every) {
  let state = 42;
  let text = '';
  for (let n = 1; text.length < length; n += 1) {
    state = (state * 48271) % 2147483647;
    text += WORDS[state % WORDS.length] + (n % every === 0 ? mark : '');
  }
  return text.slice(0, length);
}
const row = (piece) => (length) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

const UNITS = {
  han: (length) => prose(length, '', 1),
  sentence: (length) => prose(length, '，', 6),
  paragraph: (length) => prose(length, '。', 12),
  list: (length) => prose(length, '、', 2),
  one: row('中'),
  digits: row('1234567890'),
  numerals: row('一二三四五六七八九十百'),
  figures: row('达到100万人以上，'),
  brackets: row('（'),
  pairs: row('（）'),
  titles: row('《'),
  quotes: row('“'),
  markers: row('（一）'),
  markup: row('[a*`<&#x'),
};

const PLACES = {
  txt: (unit) => `某市方案\n一、总体要求\n${unit}\n二、城市更新\n完善服务体系。\n`,
  md: (unit) => `# 某市方案\n\n## 一、总体要求\n\n${unit}\n\n## 二、${unit}\n\n完善服务体系。\n`,
  html: (unit) =>
    `<h1>某市方案</h1><p>一、总体要求</p><table><tr><td>${unit}</td><td>甲</td></tr></table><p>完善服务体系。</p>`,
};

const COMMANDS = {
  parse: (_up, down) => ['parse', down],
  align: (up, down) => ['align', up, down],
  compare: (up, down) => ['compare', up, down],
  coverage: (up, down) => ['coverage', up, down],
  themes: (_up, down) => ['themes', down],
  phrases: (_up, down) => ['phrases', down],
  targets: (_up, down) => ['targets', down],
  commitment: (up, down) => ['commitment', up, down],
  stats: (_up, down) => ['stats', down],
  report: (up, down, out) => ['report', up, down, '-f', 'html', '-o', out],
};

const chosen = (table, names) =>
  Object.entries(table).filter(([name]) => names === undefined || names.split(',').includes(name));

/** Milliseconds, or what kept it from ending well. */
function timed(args) {
  const began = process.hrtime.bigint();
  const { status, signal } = spawnSync(process.execPath, [BINARY, ...args, '--no-cache'], {
    timeout: TIMEOUT_MS,
    stdio: 'ignore',
  });
  if (status !== 0 && status !== 1) return `${signal ?? `exit ${status}`}`;
  return Number(process.hrtime.bigint() - began) / 1e6;
}

function exponent([least, , half, whole]) {
  const [a, b] = [half - least, whole - least];
  return a > 0 && b > 0 ? Math.log2(b / a).toFixed(2) : '';
}

const folder = mkdtempSync(join(tmpdir(), 'duibiao-bench-'));
const up = join(folder, 'up.txt');
writeFileSync(
  up,
  '某省方案\n一、总体要求\n推进城市更新，改造老旧小区100万户以上。\n完善服务体系。\n',
);
const sizes = [LEAST, LENGTH / 4, LENGTH / 2, LENGTH].map(Math.round);
console.log(`command     unit       file ${sizes.map((n) => `${n}`.padStart(9)).join('')}  growth`);
try {
  for (const [command, argsOf] of chosen(COMMANDS, process.argv[3])) {
    for (const [unit, make] of chosen(UNITS, process.argv[4])) {
      for (const [ending, place] of chosen(PLACES, process.argv[5])) {
        const times = sizes.map((size) => {
          const down = join(folder, `down.${ending}`);
          writeFileSync(down, place(make(size)));
          return timed(argsOf(up, down, join(folder, 'out.html')));
        });
        const cells = times.map((t) => (typeof t === 'number' ? t.toFixed(0) : t).padStart(9));
        console.log(
          `${command.padEnd(11)} ${unit.padEnd(10)} ${ending.padEnd(4)} ${cells.join('')}  ${exponent(times)}`,
        );
      }
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
