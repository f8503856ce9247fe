import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import * as xlsx from '@e965/xlsx';
import { unzipSync, zipSync } from 'fflate';
import { type OfdRun, ofd, wordFile } from './paper-writers.js';
import * as rich from './rich-papers.js';

interface Paper {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The rich paper in every format that holds text; `FUZZ_PAPERS` names a folder of real ones to take instead. */
export function papersToDamage(): Paper[] {
  const { FUZZ_PAPERS: folder } = process.env;
  if (folder !== undefined) return realPapers(folder);
  return [
    { name: 'rich.txt', bytes: rich.richText() },
    { name: 'rich.md', bytes: rich.richMarkdown() },
    { name: 'rich.html', bytes: rich.richHtml() },
    { name: 'rich.mht', bytes: rich.richMhtml() },
    { name: 'rich.docx', bytes: rich.richDocx() },
    { name: 'rich.rtf', bytes: rich.richRtf() },
    { name: 'rich.odt', bytes: rich.richOdt() },
    { name: 'rich.ofd', bytes: rich.richOfd() },
    { name: 'rich.xlsx', bytes: rich.richBook('xlsx') },
    { name: 'rich.xls', bytes: rich.richBook('biff8') },
    { name: 'rich.doc', bytes: wordFile('paper.doc') },
    { name: 'rich.zip', bytes: zipSync({ 'a.txt': rich.richText() }) },
  ];
}

/** The files of a folder, and its texts in the formats that no office writes. */
function realPapers(folder: string): Paper[] {
  const files = readdirSync(folder, { withFileTypes: true })
    .filter((item) => item.isFile())
    .map(({ name }) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return files.flatMap((paper) => {
    if (!paper.name.endsWith('.txt')) return [paper];
    const lines = Buffer.from(paper.bytes).toString('utf8').split(/\r?\n/);
    const made: Paper[] = [
      { name: '.ofd', bytes: asOfd(lines) },
      { name: '.zip', bytes: zipSync({ 'a.txt': paper.bytes }) },
      { name: '.xlsx', bytes: asBook(lines, 'xlsx') },
      { name: '.xls', bytes: asBook(lines, 'biff8') },
      { name: '.qp.mht', bytes: asArchive(lines, 'quoted-printable') },
      { name: '.b64.mht', bytes: asArchive(lines, 'base64') },
    ];
    return [paper, ...made.map(({ name, bytes }) => ({ name: `${paper.name}${name}`, bytes }))];
  });
}

function asOfd(lines: readonly string[]): Uint8Array {
  const printed = lines.flatMap((line) => line.match(/.{1,28}/gu) ?? []);
  const pages: OfdRun[][] = [];
  for (let at = 0; at < printed.length; at += 22)
    pages.push(
      printed.slice(at, at + 22).map((text, i) => ({ x: 35, y: 40 + 10 * i, text: escaped(text) })),
    );
  return ofd(pages);
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function asBook(lines: readonly string[], bookType: 'xlsx' | 'biff8'): Uint8Array {
  const book = xlsx.utils.book_new();
  const rows = lines.filter((line) => line.trim() !== '').map((line, i) => [i + 1, line, '市']);
  const middle = Math.ceil(rows.length / 2);
  for (const [i, part] of [rows.slice(0, middle), rows.slice(middle)].entries()) {
    const sheet = xlsx.utils.aoa_to_sheet([['序号', '任务', '单位'], ...part]);
    xlsx.utils.book_append_sheet(book, sheet, `任务${i + 1}`);
  }
  return xlsx.write(book, { type: 'buffer', bookType, bookSST: true, compression: true });
}

function asArchive(lines: readonly string[], encoding: 'quoted-printable' | 'base64'): Uint8Array {
  const page = Buffer.from(
    `<html><head><title>方案</title></head><body><div class="menu"><a href="/">首页</a></div><div class="TRS_Editor">${lines.map((line) => `<p>${escaped(line)}</p>`).join('\n')}</div></body></html>`,
  );
  const body =
    encoding === 'base64'
      ? page.toString('base64').replaceAll(/.{76}/g, '$&\r\n')
      : [...page]
          .map((byte) =>
            byte >= 0x80 || byte === 0x3d
              ? `=${byte.toString(16).toUpperCase()}`
              : String.fromCharCode(byte),
          )
          .join('')
          .replaceAll(/(?:=..|[^=\n]){1,70}/g, '$&=\r\n');
  const part = (type: string, how: string, content: string): string =>
    `--b7\r\nContent-Type: ${type}\r\nContent-Transfer-Encoding: ${how}\r\nContent-Location: x\r\n\r\n${content}\r\n`;
  const parts = [
    part('text/html', encoding, body),
    part('text/css', 'quoted-printable', 'p { color: red }'),
    part('image/png', 'base64', 'iVBORw0KGgo='),
  ];
  return Buffer.from(
    `From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b7"\r\n\r\n${parts.join('')}--b7--\r\n`,
    'latin1',
  );
}

/** How a file is damaged. */
export type Wound = 'bytes' | 'noughts' | 'doubled' | 'cut' | 'end' | 'xml';

export const WOUNDS: readonly Wound[] = ['bytes', 'noughts', 'doubled', 'cut', 'end', 'xml'];

/** A number below a limit, one after another from a seed. */
type Dice = (limit: number) => number;

export function dice(seed: number): Dice {
  // Neighbouring seeds begin far from each other.
  let state = Math.imul(seed, 0x9e3779b1) >>> 0 || 1;
  return (limit) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state % Math.max(1, limit);
  };
}

/** The file with one wound, and how many bytes that touches; `undefined` where the file has nothing to wound so. */
export function wounded(
  bytes: Uint8Array,
  wound: Wound,
  roll: Dice,
): { readonly bytes: Uint8Array; readonly touched: number } | undefined {
  if (wound === 'xml') return woundedInside(bytes, roll);
  const at = roll(bytes.length);
  const longest = Math.min(wound === 'noughts' ? 512 : 4096, Math.ceil(bytes.length / 20));
  const length = Math.min(bytes.length - at, 1 + roll(longest));
  const copy = Uint8Array.from(bytes);
  switch (wound) {
    case 'bytes': {
      const count = 1 + roll(3);
      for (let i = 0; i < count; i += 1) copy[roll(copy.length)] = roll(256);
      return { bytes: copy, touched: count };
    }
    case 'noughts':
      return { bytes: copy.fill(0, at, at + length), touched: length };
    case 'doubled':
      return {
        bytes: Buffer.concat([copy.subarray(0, at + length), copy.subarray(at)]),
        touched: 0,
      };
    case 'cut':
      return {
        bytes: Buffer.concat([copy.subarray(0, at), copy.subarray(at + length)]),
        touched: length,
      };
    case 'end':
      return { bytes: copy.subarray(0, at), touched: copy.length - at };
    default:
      return wound satisfies never;
  }
}

/** Of an archive: a piece of one of its parts, packed again with checksums that fit. */
function woundedInside(bytes: Uint8Array, roll: Dice) {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return undefined;
  const parts = unzipSync(bytes);
  const names = Object.keys(parts).filter((name) => /\.(?:xml|rels)$/.test(name));
  const name = names[roll(names.length)];
  const part = name === undefined ? undefined : parts[name];
  if (name === undefined || part === undefined || part.length === 0) return undefined;
  const wound = WOUNDS[roll(WOUNDS.length - 1)] ?? 'bytes';
  const found = wounded(part, wound, roll);
  if (found === undefined) return undefined;
  return { bytes: zipSync({ ...parts, [name]: found.bytes }), touched: found.touched };
}

/** How many Chinese letters of one text another lacks. */
export function lettersLost(before: string, after: string): number {
  const left = new Map<string, number>();
  for (const letter of after.match(/\p{Script=Han}/gu) ?? [])
    left.set(letter, (left.get(letter) ?? 0) + 1);
  let lost = 0;
  for (const letter of before.match(/\p{Script=Han}/gu) ?? []) {
    const count = left.get(letter) ?? 0;
    if (count === 0) lost += 1;
    else left.set(letter, count - 1);
  }
  return lost;
}

export const endingOf = (name: string): string => extname(name).slice(1);
