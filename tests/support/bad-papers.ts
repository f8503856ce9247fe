import { strToU8, zipSync } from 'fflate';
import type { BadInput } from './bad-inputs.js';
import { docx, p } from './tiny-docx.js';
import { tinyPdf } from './tiny-pdf.js';

/** Papers that cannot be read, one fault each: what it is, where, what to do. */

const whole = docx(p('青禾省节水意见') + p('坚持节水优先，推进改造。'.repeat(40)));
const pdf = tinyPdf([[{ x: 100, y: 100, text: '青禾省节水意见' }]]);
const errorPage =
  '<!DOCTYPE html><html><head><title>404 Not Found</title></head><body><h1>404 Not Found</h1></body></html>';

/** A zip archive whose member is marked as encrypted, in its own head and in the directory. */
function lockedZip(): Uint8Array {
  const bytes = Buffer.from(zipSync({ 'a.txt': strToU8('青禾省') }, { level: 0 }));
  for (const [mark, at] of [
    ['PK\u0003\u0004', 6],
    ['PK\u0001\u0002', 8],
  ] as const) {
    const flags = bytes.indexOf(mark, 0, 'latin1') + at;
    bytes.writeUInt8(bytes.readUInt8(flags) | 1, flags);
  }
  return bytes;
}

type Case = readonly [name: string, file: string, content: string | Uint8Array, says: string];

const CASES: readonly Case[] = [
  ['a file of 0 bytes', 'a.pdf', '', 'is empty'],
  ['a workbook of 0 bytes', 'a.xlsx', '', 'is empty'],
  ['text named as Word', 'a.docx', '青禾省节水意见\n坚持节水优先。\n', 'plain text, not a file'],
  ['text named as PDF', 'a.pdf', '青禾省节水意见\n坚持节水优先。\n', 'rename it to .txt'],
  ['an answer of a server named as Word', 'a.docx', '{"code":401}', 'ending .docx'],
  ['text named as a picture', 'a.png', 'no picture', 'ending .png'],
  ['an error page named as PDF', 'a.pdf', errorPage, 'error or login page'],
  ['an error page named as OFD', 'a.ofd', errorPage, 'download the file again'],
  ['a page without an article', 'a.html', errorPage, 'without an article'],
  ['a PDF of blank pages', 'a.pdf', tinyPdf([[], []]), '2 page(s) with nothing on them'],
  ['a PDF without pages', 'a.pdf', tinyPdf([]), '0 page(s) with nothing on them'],
  ['a PDF that breaks off', 'a.pdf', pdf.subarray(0, pdf.length >> 1), 'not a readable PDF'],
  ['a PDF with a password', 'a.pdf', tinyPdf([[]], { locked: true }), 'has a password'],
  ['a Word file that breaks off', 'a.docx', whole.subarray(0, whole.length >> 1), 'is damaged'],
  ['a Word file without text', 'a.docx', docx(''), 'holds no text'],
  ['an archive with a password', 'a.zip', lockedZip(), 'has a password'],
  ['an archive of programs', 'a.zip', zipSync({ 'a.exe': strToU8('MZ') }), 'Inside: a.exe'],
  ['an RTF that breaks off', 'a.rtf', '{\\rtf1\\ansi ', 'breaks off before its end'],
];

export const BAD_PAPERS: readonly BadInput[] = CASES.map(([name, file, content, says]) => ({
  name,
  args: ['parse', file],
  files: { [file]: content },
  says: [file, says],
}));
