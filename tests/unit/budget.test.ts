import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import * as xlsx from '@e965/xlsx';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { BUDGET, type Budget, openMeter, watched } from '../../src/ingest/budget.js';
import { readBytes, readSource } from '../../src/ingest/index.js';
import { paperDoc, paperOdt, paperOfd, paperRtf } from '../support/paper-writers.js';
import { ROOT } from '../support/root.js';

/** A PDF whose one page is a stream of blanks that unpacks to `size` bytes. */
function bomb(size: number): Buffer {
  const packed = deflateSync(Buffer.alloc(size, 0x20), { level: 9 });
  const objects = [
    Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
    Buffer.from('<< /Type /Pages /Kids [3 0 R] /Count 1 >>'),
    Buffer.from('<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Contents 4 0 R >>'),
    Buffer.concat([
      Buffer.from(`<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n`),
      packed,
      Buffer.from('\nendstream'),
    ]),
  ];
  const parts = objects.map((body, i) =>
    Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), body, Buffer.from('\nendobj\n')]),
  );
  const trailer = Buffer.from('trailer << /Root 1 0 R /Size 5 >>\n%%EOF\n');
  return Buffer.concat([Buffer.from('%PDF-1.4\n'), ...parts, trailer]);
}

function sheetOfRows(count: number): Uint8Array {
  const book = xlsx.utils.book_new();
  const rows = Array.from({ length: count }, (_, i) => [String(i + 1), '修好渠道。']);
  xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet(rows), '任务');
  return xlsx.write(book, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array;
}

const PAPER = '某市实施方案\n\n一、总体要求\n坚持绿色发展。\n二、重点任务\n推进节能改造。\n';

async function* endless(): AsyncGenerator<Uint8Array> {
  for (;;) yield Buffer.from('没有尽头的文字。');
}

describe('what reading a file may take', () => {
  beforeEach(() => vi.stubEnv('DUIBIAO_SOFFICE', 'none'));

  it.each<[name: string, bytes: Uint8Array, budget: Partial<Budget>, said: RegExp]>([
    ['bytes', Buffer.from(PAPER), { bytes: 20 }, /larger than 0 MB/],
    ['characters', Buffer.from(PAPER), { characters: 20 }, /more than 20 characters/],
    [
      'characters of a page',
      Buffer.from(`<html><body><article><p>${PAPER.repeat(9)}</p></article>`),
      { characters: 40 },
      /40 characters/,
    ],
    ['seconds', Buffer.from(PAPER), { seconds: -1 }, /-1 seconds/],
    [
      'memory of a stream that unpacks without end',
      bomb(2 ** 29),
      { memory: 150 * 2 ** 20 },
      /150 MB of memory/,
    ],
    ['pages', bomb(10), { pages: 0 }, /0 pages/],
    ['paragraphs of an RTF', paperRtf(), { units: 3 }, /3 paragraphs/],
    ['paragraphs of an OpenDocument text', paperOdt(), { units: 3 }, /3 paragraphs/],
    ['paragraphs of an old Word file', paperDoc(), { units: 3 }, /3 paragraphs/],
    ['pages of an OFD', paperOfd(), { pages: 0 }, /0 pages/],
    ['characters of an OFD', paperOfd(), { characters: 20 }, /20 characters/],
    ['rows of a sheet', sheetOfRows(5), { units: 3 }, /3 paragraphs/],
  ])('is bounded: %s', async (_name, bytes, budget, said) => {
    await expect(readBytes(bytes, 'x', { budget })).rejects.toThrow(said);
  });

  it('is the same for standard input, which is not read to its end', async () => {
    const reading = readSource('-', { stdin: endless, budget: { bytes: 2 ** 20 } });
    await expect(reading).rejects.toMatchObject({ code: 'ingest/too-large' });
  });

  it('holds for a PDF of 4.7 kB that unpacks without end', async () => {
    const path = join(ROOT, 'fixtures/attack/02-flate-bomb.pdf');
    const reading = readSource(path, { budget: { memory: 150 * 2 ** 20 } });
    await expect(reading).rejects.toMatchObject({ code: 'ingest/over-budget' });
  });

  it('writes the number of a list that starts at two milliards in digits', async () => {
    const path = join(ROOT, 'fixtures/attack/03-numbering-lowerletter.docx');
    const { text } = await readSource(path);
    expect(text.split('\n')[0]).toBe('2147483647、 巨号');
  });

  it('allows more time to work that is known to take long', () => {
    const meter = openMeter('x', { seconds: -1 });
    expect(() => meter.check()).toThrow(/-1 seconds/);
    meter.allow({ seconds: 60 });
    expect(() => meter.check()).not.toThrow();
  });

  it('ends what runs elsewhere', async () => {
    const never = new Promise<void>(() => undefined);
    const meter = openMeter('x', { seconds: 0.01 });
    await expect(watched(meter, never)).rejects.toMatchObject({ code: 'ingest/over-budget' });
  });

  it('stands in the documents as it is', () => {
    const text = readFileSync(join(ROOT, 'docs/limits.md'), 'utf8');
    const { bytes, characters, pages, units, seconds, memory } = BUDGET;
    const figures = [bytes / 2 ** 20, characters, pages, units, seconds, memory / 2 ** 20];
    const shown = figures.map((figure) => figure.toLocaleString('en-US'));
    expect(shown.filter((figure) => !text.includes(`| ${figure} `))).toEqual([]);
  });
});
