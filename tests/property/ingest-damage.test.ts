import * as xlsx from '@e965/xlsx';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { readBytes } from '../../src/ingest/index.js';
import { IMPORTERS } from '../../src/ingest/registry.js';
import type { SourceText } from '../../src/model/index.js';
import { UserError } from '../../src/text/index.js';
import { fuzzed } from '../support/fuzzed.js';
import { paperDoc, paperOdt, paperOfd, paperRtf } from '../support/paper-writers.js';
import { column, tinyPdf } from '../support/tiny-pdf.js';

const SENTENCE = '坚持节约优先方针，推进各项工作落地见效。';
const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

const FILES: Readonly<Record<string, Uint8Array>> = {
  'x.txt': Buffer.from(`${SENTENCE}\r\n${SENTENCE}\n`),
  'x.md': Buffer.from(`# 总则\n\n- **${SENTENCE}**\n\n| a | b |\n|---|---|\n| 1 | [x](y) |\n`),
  'x.html': Buffer.from(
    `<html><body><ul><li><a>首页</a></ul><div><h1>总则</h1><p>${SENTENCE}<table><tr><td>1<td>2<tr><td>3<td>4</table></div></body></html>`,
  ),
  'x.docx': zipSync(
    {
      '[Content_Types].xml': strToU8('<Types/>'),
      'word/document.xml': strToU8(
        `<w:document xmlns:w="${W}"><w:body><w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:r><w:t>${SENTENCE}</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl></w:body></w:document>`,
      ),
    },
    { level: 0 },
  ),
  'x.pdf': tinyPdf([
    column(90, 100, 16, [SENTENCE, SENTENCE, SENTENCE]),
    column(90, 100, 16, [SENTENCE]),
  ]),
  'x.rtf': paperRtf(),
  'x.odt': paperOdt(),
  'x.ofd': paperOfd(),
  'x.doc': paperDoc(),
  'x.xlsx': workbook('xlsx'),
  'x.xls': workbook('biff8'),
  'x.mht': Buffer.from(
    `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<html><body><div><h1>总则</h1><p>${SENTENCE}</p></div></body></html>\r\n--b--\r\n`,
  ),
  'x.zip': zipSync({ 'a.txt': strToU8(`${SENTENCE}\n`) }, { level: 0 }),
  // Without the recogniser a picture is refused, whatever it holds.
  'x.png': Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
};

function workbook(bookType: 'xlsx' | 'biff8'): Uint8Array {
  const book = xlsx.utils.book_new();
  const rows = [
    ['序号', '任务'],
    ['1', SENTENCE],
  ];
  xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet(rows), '任务');
  return xlsx.write(book, { type: 'buffer', bookType }) as Uint8Array;
}

/** Formats whose reader unpacks, or loads much: fewer runs. */
const SLOW = new Set(['x.pdf', 'x.doc', 'x.ofd', 'x.odt', 'x.xlsx', 'x.xls']);

const { seed, runs } = fuzzed(300);

/** Bytes of a file with a few of them changed, and perhaps cut off. */
function damaged(bytes: Uint8Array): fc.Arbitrary<Uint8Array> {
  const change = fc.tuple(fc.nat(bytes.length - 1), fc.nat(255));
  return fc
    .tuple(fc.array(change, { maxLength: 8 }), fc.option(fc.nat(bytes.length)))
    .map(([changes, cut]) => {
      const copy = Uint8Array.from(bytes);
      for (const [at, value] of changes) copy[at] = value;
      return cut === null ? copy : copy.subarray(0, cut);
    });
}

async function outcome(bytes: Uint8Array, path: string): Promise<SourceText | UserError> {
  try {
    return await readBytes(bytes, path);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
}

function expectSound(source: SourceText): void {
  const lineStarts = new Set([
    0,
    ...[...source.text.matchAll(/\n/g)].map(({ index }) => index + 1),
  ]);
  expect(source.hints.filter(({ start }) => !lineStarts.has(start))).toEqual([]);
  expect(source.places.filter(({ start }) => !lineStarts.has(start))).toEqual([]);
  for (const list of [source.hints, source.places]) {
    const starts = list.map(({ start }) => start);
    expect(starts).toEqual([...new Set(starts)].sort((a, b) => a - b));
  }
}

describe('a damaged file is read or refused, never a crash', () => {
  beforeEach(() => {
    vi.stubEnv('DUIBIAO_SOFFICE', 'none');
    vi.stubEnv('DUIBIAO_OCR', 'none');
  });

  it('of every format there is', () => {
    const here = Object.keys(FILES).map((path) => path.slice(1));
    const without = IMPORTERS.filter(({ extensions }) => !extensions.some((e) => here.includes(e)));
    expect(without.map(({ format }) => format)).toEqual([]);
  });

  it.each(Object.keys(FILES))('%s', async (path) => {
    const bytes = FILES[path]!;
    const whole = await outcome(bytes, path);
    if (path === 'x.png') expect(whole).toBeInstanceOf(UserError);
    else expectSound(whole as SourceText);
    await fc.assert(
      fc.asyncProperty(damaged(bytes), async (broken) => {
        const found = await outcome(broken, path);
        if (!(found instanceof UserError)) expectSound(found);
      }),
      { seed, numRuns: SLOW.has(path) ? Math.ceil(runs / 10) : runs },
    );
  });
});
