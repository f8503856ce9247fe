/**
 * What one very long sentence, line, table cell or heading costs each command, and how that grows with its length.
 *
 * Prints, never judges: `npm run bench:long -- [characters] [command,…] [unit,…] [place,…]`, `-` for all of them. The downstream text
 * has the unit, at a quarter, a half and the whole of the length; with a command's name ending in `+` both texts have it. No
 * cache. Milliseconds of processor time; the last column is the exponent between the last two, what a small unit takes being
 * subtracted: 1 is linear, 2 quadratic. It means little where the work is lost in the start of the program.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PLACES } from './long-files.mjs';

const BINARY = fileURLToPath(new URL('../../bin/duibiao.js', import.meta.url));
const chosenAt = (at) => (process.argv[at] === '-' ? undefined : process.argv[at]?.split(','));
const LENGTH = Number(process.argv[2] ?? 1_000_000);
const LEAST = 100;
const TIMEOUT_MS = Number(process.env.TIMEOUT_MS ?? 120_000);

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
  lines: (length) => prose(length, '。\n', 12),
  list: (length) => prose(length, '、', 2),
  one: row('中'),
  blank: row(' '),
  digits: row('1234567890'),
  numerals: row('一二三四五六七八九十百'),
  figures: row('达到100万人以上，'),
  brackets: row('（'),
  pairs: row('（）'),
  titles: row('《'),
  quotes: row('“'),
  markers: row('（一）'),
  latin: row('policy '),
  markup: row('[a*`<&#x'),
};

const report =
  (format) =>
  ({ up, down, out }) => ['report', up, down, '-f', format, '-o', `${out}.${format}`, '--force'];

const COMMANDS = {
  parse: ({ down }) => ['parse', down],
  'parse-json': ({ down }) => ['parse', down, '-f', 'json'],
  align: ({ up, down }) => ['align', up, down],
  compare: ({ up, down }) => ['compare', up, down],
  coverage: ({ up, down }) => ['coverage', up, down],
  evidence: ({ up, down }) => ['coverage', down, up, '--evidence'],
  themes: ({ down }) => ['themes', down],
  trace: ({ up, down }) => ['trace', '城市更新', '--sides', `${up},${down}`],
  phrases: ({ down }) => ['phrases', down],
  targets: ({ down }) => ['targets', down],
  commitment: ({ up, down }) => ['commitment', up, down],
  stats: ({ down }) => ['stats', down],
  against: ({ up, down }) => ['stats', down, '--against', up],
  check: ({ corpus }) => ['check', '--corpus', corpus],
  ...Object.fromEntries(
    ['html', 'docx', 'xlsx', 'markdown', 'csv', 'json', 'jsonl', 'akoma', 'svg'].map((format) => [
      format,
      report(format),
    ]),
  ),
};

const chosen = (table, names) =>
  names === undefined
    ? Object.keys(table)
    : names.filter((name) => table[name.replace('+', '')] !== undefined);

const folder = mkdtempSync(join(tmpdir(), 'duibiao-bench-'));
const SPENT = join(folder, 'spent');
const PRELOAD = `data:text/javascript,${encodeURIComponent(
  "import{writeFileSync}from'node:fs';process.on('exit',()=>{const{user,system}=process.cpuUsage();writeFileSync(process.env.SPENT,String((user+system)/1e3))})",
)}`;

/** Milliseconds of processor time, or what kept the command from ending well. */
function timed(args) {
  const { status, signal } = spawnSync(
    process.execPath,
    ['--import', PRELOAD, BINARY, ...args, '--no-cache'],
    { timeout: TIMEOUT_MS, stdio: 'ignore', cwd: folder, env: { ...process.env, SPENT } },
  );
  if (status !== 0 && status !== 1) return `${signal ?? `exit ${status}`}`;
  return Number(readFileSync(SPENT, 'utf8'));
}

function exponent([least, , half, whole]) {
  const [a, b] = [half - least, whole - least];
  return a > 0 && b > 0 ? Math.log2(b / a).toFixed(2) : '';
}

const UP =
  '某省方案\n一、总体要求\n推进城市更新，改造老旧小区100万户以上。\n完善服务体系。\n二、城市更新\n加强生态环境保护。\n';

/** The two texts and a corpus of them. */
function written(place, unit, both) {
  const [ending, make] = PLACES[place];
  const [up, down] = [
    join(folder, both ? `up.${ending}` : 'up.txt'),
    join(folder, `down.${ending}`),
  ];
  writeFileSync(down, make(unit));
  writeFileSync(up, both ? make(unit) : UP);
  const corpus = join(folder, 'corpus');
  mkdirSync(corpus, { recursive: true });
  const head = (id, level, text) =>
    writeFileSync(
      join(corpus, `${id}.txt`),
      `---\nid: ${id}\ntitle: 方案\nlevel: ${level}\nkind: plan\n---\n${text}`,
    );
  head('up', 'province', both ? PLACES.txt[1](unit) : UP);
  head('down', 'city', PLACES.txt[1](unit));
  writeFileSync(
    join(corpus, 'corpus.yaml'),
    'documents:\n  - up.txt\n  - down.txt\naliases:\n  above: up\n  below: down\n',
  );
  return { up, down, corpus, out: join(folder, 'out') };
}

const sizes = [LEAST, LENGTH / 4, LENGTH / 2, LENGTH].map(Math.round);
console.log(
  `command     unit       place ${sizes.map((n) => `${n}`.padStart(9)).join('')}  growth`,
);
try {
  for (const command of chosen(COMMANDS, chosenAt(3))) {
    const [name, both] = [command.replace('+', ''), command.endsWith('+')];
    for (const unit of chosen(UNITS, chosenAt(4))) {
      for (const place of chosen(PLACES, chosenAt(5))) {
        const times = sizes.map((size) =>
          timed(COMMANDS[name](written(place, UNITS[unit](size), both))),
        );
        const cells = times.map((t) => (typeof t === 'number' ? t.toFixed(0) : t).padStart(9));
        console.log(
          `${command.padEnd(11)} ${unit.padEnd(10)} ${place.padEnd(5)} ${cells.join('')}  ${exponent(times)}`,
        );
      }
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
