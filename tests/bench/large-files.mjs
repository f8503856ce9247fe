/**
 * Files near the limits of docs/limits.md in every format: seconds, peak memory and what was said.
 * `npm run build && node tests/bench/large-files.mjs [NAME…]`
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as xlsx from '@e965/xlsx';
import { strToU8, zipSync } from 'fflate';

const ROOT = join(import.meta.dirname, '../..');
const SENTENCE = '坚持节约优先方针，推进各项工作落地见效，完善统筹协调机制。';
const MB = 2 ** 20;

const repeated = (count, make) => Array.from({ length: count }, (_, i) => make(i)).join('');
const filled = (bytes, make) => repeated(Math.floor(bytes / Buffer.byteLength(make(1000))), make);
const utf8 = (text) => Buffer.from(text);
const zh = (text) => text.replace(/[^\x20-\x7e]/g, (c) => `\\u${c.charCodeAt(0)}?`);
const zip = (parts) =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([n, t]) => [n, strToU8(t)])), { level: 1 });

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const docx = (body) =>
  zip({
    '[Content_Types].xml': '<Types/>',
    'word/document.xml': `<w:document ${W}><w:body>${body}</w:body></w:document>`,
  });
const wordP = (i) => `<w:p><w:r><w:t>（${i}）${SENTENCE}</w:t></w:r></w:p>`;
const NS = ['office', 'text', 'table', 'style']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ');
const odt = (body) =>
  zip({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<office:document-content ${NS}><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
  });
const rtf = (body) => utf8(`{\\rtf1\\ansi\\ansicpg936\\uc1 ${body}}`);
const html = (body) => utf8(`<html><body><div class="article">${body}</div></body></html>`);
const mht = (body) =>
  utf8(
    `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n${html(body).toString('base64').replaceAll(/.{76}/g, '$&\r\n')}\r\n--b--\r\n`,
  );
function book(rows, bookType) {
  const made = xlsx.utils.book_new();
  const cells = Array.from({ length: rows }, (_, i) => [i + 1, `${SENTENCE}${i}`, '市水务局']);
  for (let at = 0; at < rows; at += 60_000)
    xlsx.utils.book_append_sheet(
      made,
      xlsx.utils.aoa_to_sheet([['序号', '任务', '单位'], ...cells.slice(at, at + 60_000)]),
      `表${at}`,
    );
  return xlsx.write(made, { type: 'buffer', bookType, bookSST: true, compression: true });
}
function ofd(pages, lines) {
  const O = 'xmlns:ofd="http://www.ofdspec.org/2016"';
  const parts = {
    'OFD.xml': `<ofd:OFD ${O}><ofd:DocBody><ofd:DocRoot>D/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    'D/Document.xml': `<ofd:Document ${O}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages>${repeated(pages, (i) => `<ofd:Page ID="${i + 10}" BaseLoc="P/${i}.xml"/>`)}</ofd:Pages></ofd:Document>`,
  };
  for (let page = 0; page < pages; page += 1)
    parts[`D/P/${page}.xml`] =
      `<ofd:Page ${O}><ofd:Content><ofd:Layer>${repeated(lines, (i) => `<ofd:TextObject Boundary="35 ${20 + (250 / lines) * i} 150 6" Size="5"><ofd:TextCode X="0" Y="5" DeltaX="g 27 5">${SENTENCE.slice(0, 28)}</ofd:TextCode></ofd:TextObject>`)}</ofd:Layer></ofd:Content></ofd:Page>`;
  return zip(parts);
}
const deep = (count, open, inside, close) => open.repeat(count) + inside + close.repeat(count);
const p = (i) => `<p>（${i}）${SENTENCE}</p>\n`;
const rtfP = (i) => `\\pard (${i})${zh(SENTENCE)}\\par\n`;
const odtP = (i) => `<text:p>（${i}）${SENTENCE}</text:p>`;

/** Name with ending, and what it holds. */
const FILES = {
  'lines.txt': () => utf8(repeated(200_000, (i) => `（${i}）${SENTENCE}\n`)),
  'bytes.txt': () => utf8(filled(60 * MB, (i) => `（${i}）${SENTENCE}\n`)),
  'lines.md': () => utf8(repeated(200_000, (i) => `- （${i}）${SENTENCE}\n`)),
  'bytes.html': () => html(filled(60 * MB, p)),
  'paragraphs.html': () => html(repeated(190_000, p)),
  'deep.html': () => html(deep(9_000, '<div>', p(1), '</div>')),
  'bytes.mht': () => mht(filled(44 * MB, p)),
  'bytes.rtf': () => rtf(filled(60 * MB, rtfP)),
  'deep.rtf': () => rtf(deep(1_900, '{', rtfP(1), '}')),
  'many.rtf': () => rtf(repeated(250_000, () => 'a\\par ')),
  'bytes.docx': () => docx(filled(60 * MB, wordP)),
  'paragraphs.docx': () => docx(repeated(190_000, wordP)),
  'deep.docx': () => docx(deep(600, '<w:tbl><w:tr><w:tc>', wordP(1), '</w:tc></w:tr></w:tbl>')),
  'bytes.odt': () => odt(filled(60 * MB, odtP)),
  'paragraphs.odt': () => odt(repeated(190_000, odtP)),
  'pages.ofd': () => ofd(2_900, 20),
  'bytes.ofd': () => ofd(900, 250),
  'rows.xlsx': () => book(190_000, 'xlsx'),
  'rows.xls': () => book(190_000, 'biff8'),
  'many.xlsx': () => book(230_000, 'xlsx'),
  'many.xls': () => book(230_000, 'biff8'),
};

/** Of the program itself: what the system states at its end holds that of the program that began it. */
const MEASURE = `import { readFileSync } from 'node:fs'; process.on('exit', () => process.stderr.write('\\n#' + (/VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? '')));`;
const folder = mkdtempSync(join(tmpdir(), 'large-'));
const wanted = process.argv.slice(2);
try {
  for (const [name, make] of Object.entries(FILES)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const path = join(folder, name);
    writeFileSync(path, make());
    const { length } = readFileSync(path);
    const begin = performance.now();
    const { status, stderr, stdout } = spawnSync(
      process.execPath,
      [
        `--import=data:text/javascript,${encodeURIComponent(MEASURE)}`,
        join(ROOT, 'bin/duibiao.js'),
        'parse',
        '--lang',
        'en',
        '-f',
        'json',
        path,
      ],
      { encoding: 'utf8', maxBuffer: 2 ** 30, env: { ...process.env, DUIBIAO_SOFFICE: 'none' } },
    );
    const seconds = ((performance.now() - begin) / 1000).toFixed(1);
    const [said = '', memory = ''] = stderr.split('\n#');
    const words = said.replaceAll(folder, '').trim().split('\n')[0] ?? '';
    process.stdout.write(
      `${name}\t${(length / MB).toFixed(1)} MB\texit ${status}\t${seconds} s\t${Math.round(Number(memory) / 1024)} MB\t${stdout.length} out\t${words.slice(0, 160)}\n`,
    );
    rmSync(path);
  }
} finally {
  rmSync(folder, { recursive: true });
}
