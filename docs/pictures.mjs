/**
 * npm run docs:pictures: the pictures in docs/pictures, taken of the real program in a real browser.
 *
 * Needs Debian's chromium and Noto's monospaced Han font; what a terminal shows is set in that font, colour by colour (its rules
 * and quotation marks are as wide as a Han character: ambiguous width 2).
 * The pictures of the Word table and the workbook want LibreOffice and poppler's pdftoppm besides.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const root = fileURLToPath(new URL('..', import.meta.url));
const pictures = join(root, 'docs/pictures');
mkdirSync(pictures, { recursive: true });
const scratch = mkdtempSync(join(tmpdir(), 'duibiao-pictures-'));

function duibiao(words, env = {}) {
  return execFileSync(process.execPath, [join(root, 'bin/duibiao.js'), ...words], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
}

const CUBE = [0, 95, 135, 175, 215, 255];

/** Colour of the 256-colour palette that xterm has set. */
function colour(index) {
  if (index >= 232) return `rgb(${Array(3).fill(8 + (index - 232) * 10)})`;
  const at = index - 16;
  return `rgb(${[Math.floor(at / 36), Math.floor(at / 6) % 6, at % 6].map((k) => CUBE[k])})`;
}

/** What a terminal would draw, as HTML. */
function terminal(text, light) {
  const harmless = (piece) => piece.replace(/[&<>]/gu, (c) => `&#${c.codePointAt(0)};`);
  let bold = false;
  let ink = '';
  const body = text.split(/(\u001b\[[0-9;]*m)/u).map((piece) => {
    const codes = /^\u001b\[([0-9;]*)m$/u.exec(piece)?.[1].split(';').map(Number);
    if (codes === undefined)
      return `<span style="${ink}${bold ? 'font-weight:700' : ''}">${harmless(piece)}</span>`;
    if (codes[0] === 38) ink = `color:${colour(codes[2])};`;
    else if (codes[0] === 39) ink = '';
    else if (codes[0] === 1) bold = true;
    else if (codes[0] === 22) bold = false;
    else [ink, bold] = ['', false];
    return '';
  });
  const [paper, text_] = light ? ['#fdfdfb', '#222'] : ['#1d2021', '#ddd'];
  return `<!doctype html><meta charset="utf-8"><style>body{margin:0;background:${paper};color:${text_}}
pre{margin:0;padding:18px 22px;display:inline-block;font:14px/1.45 'Noto Sans Mono CJK SC',monospace}</style><pre>${body.join('')}</pre>`;
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
});

async function shootTerminal(name, words, { light = false, lines } = {}) {
  const all = duibiao([...words, '--color', 'always', '--no-pager', '--ambiguous-width', '2'], {
    DUIBIAO_THEME: light ? 'light' : 'dark',
  });
  const shown = all
    .split('\n')
    .slice(...(lines ?? [0]))
    .join('\n');
  const page = await browser.newPage({ viewport: { width: 1300, height: 400 } });
  await page.setContent(terminal(shown, light));
  await page.locator('pre').screenshot({ path: join(pictures, name) });
  await page.close();
  console.log(`docs/pictures/${name}`);
}

const housing = ['compare', 'hubei', 'wuhan', '--theme', 'housing', '--lang', 'zh'];
await shootTerminal('compare.png', [...housing, '--width', '120'], { lines: [0, 46] });
await shootTerminal('outline.png', ['align', 'hubei', 'wuhan', '--lang', 'zh', '--width', '120'], {
  lines: [0, 34],
});

const report = (file, ...more) => {
  const path = join(scratch, file);
  duibiao(['report', 'hubei', 'wuhan', '-o', path, '--lang', 'zh', ...more]);
  return path;
};

async function shootPage(name, url, width, height, scheme = 'light') {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme: scheme });
  await page.goto(url);
  await page.screenshot({ path: join(pictures, name) });
  await page.close();
  console.log(`docs/pictures/${name}`);
}

const html = `file://${report('report.html')}`;
await shootPage('report-html.png', html, 1280, 900);
await shootPage('report-html-compare.png', `${html}#hubei:11.3`, 1280, 900, 'dark');
await shootPage('report-html-phone.png', `${html}#hubei:11.3`, 390, 800);
for (const figure of ['coverage', 'matrix', 'flow'])
  await shootPage(
    `figure-${figure}.png`,
    `file://${report(`${figure}.svg`, '--figure', figure)}`,
    1200,
    800,
  );
await browser.close();

if (spawnSync('soffice', ['--version']).error === undefined) {
  // Pages that show the table itself, and links.
  for (const [kind, page] of [
    ['docx', '3'],
    ['xlsx', '2'],
  ]) {
    const path = report(`table.${kind}`);
    execFileSync('soffice', [
      '--headless',
      `-env:UserInstallation=file://${scratch}/office`,
      '--convert-to',
      'pdf',
      '--outdir',
      scratch,
      path,
    ]);
    execFileSync('pdftoppm', [
      '-r',
      '75',
      '-png',
      '-f',
      page,
      '-l',
      page,
      '-singlefile',
      join(scratch, 'table.pdf'),
      join(pictures, `report-${kind}`),
    ]);
    console.log(`docs/pictures/report-${kind}.png`);
  }
} else console.log('no soffice: pictures of Word table and workbook not taken');
rmSync(scratch, { recursive: true, force: true });
