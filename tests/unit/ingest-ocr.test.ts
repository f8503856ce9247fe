import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readBytes } from '../../src/ingest/index.js';
import type { RecognisedLine } from '../../src/ingest/ocr/engine.js';
import { writeRecognised } from '../../src/ingest/ocr/recognised.js';
import { tinyPdf } from '../support/tiny-pdf.js';

/** A line of 20-pixel characters whose page leans by `lean` pixels a pixel. */
function line(text: string, left: number, top: number, mean = 0.99, lean = 0): RecognisedLine {
  const right = left + 20 * text.length;
  const at = (x: number, y: number): [number, number] => [x, y + lean * x];
  return {
    text,
    mean,
    box: [at(left, top), at(right, top), at(right, top + 25), at(left, top + 25)],
  };
}

function written(lines: readonly RecognisedLine[]) {
  const counts: Record<string, number> = {};
  const page = { number: 1, resolution: 144, width: 1190, height: 1684, lines };
  return { ...writeRecognised([page], counts), counts };
}

describe('recognised lines', () => {
  it.each<[string, readonly RecognisedLine[], readonly string[]]>([
    [
      'from the top down',
      [line('乙乙乙乙乙乙', 100, 200), line('甲甲甲甲甲甲', 100, 100)],
      ['甲甲甲甲甲甲', '乙乙乙乙乙乙'],
    ],
    [
      'on a page that leans',
      [
        line('甲甲甲甲甲甲甲甲甲甲甲甲', 100, 200, 1, 0.02),
        line('乙乙乙乙乙乙', 700, 200, 1, 0.02),
        line('丙丙丙丙丙丙丙丙丙丙丙丙', 100, 235, 1, 0.02),
      ],
      ['甲甲甲甲甲甲甲甲甲甲甲甲　乙乙乙乙乙乙', '丙丙丙丙丙丙丙丙丙丙丙丙'],
    ],
    ['numbers of papers', [line('苏环发（2022）32号文件', 100, 100)], ['苏环发〔2022〕32号文件']],
    ['noughts', [line('到二O三五年和二〇二O年', 100, 100)], ['到二〇三五年和二〇二〇年']],
    [
      'two brackets of a sort',
      [line('（十)加快〔能源局】和【铁建办)', 100, 100)],
      ['（十）加快〔能源局〕和【铁建办)'],
    ],
    [
      'a bracket closed on the next line',
      [line('局按职责分工负责)', 100, 100)],
      ['局按职责分工负责）'],
    ],
    ['brackets that agree', [line('按1)和(a)办理', 100, 100)], ['按1)和(a)办理']],
    ['half a pair of quotes', [line('“十四五"规划和"双碳”', 100, 100)], ['“十四五”规划和“双碳”']],
    ['years in brackets', [line('自去年（2022）起的32号', 100, 100)], ['自去年（2022）起的32号']],
  ])('%s', (_, lines, expected) => {
    expect(
      written(lines)
        .text.split('\n')
        .filter((one) => one !== ''),
    ).toEqual(expected);
  });

  it('keep their places and their confidence; doubtful ones are told', () => {
    const { text, hints, places, diagnostics } = written([
      line('第一行的文字内容', 100, 100, 0.99),
      line('第二行的文字内容', 140, 130, 0.5),
    ]);
    expect(hints.map(({ confidence }) => confidence)).toEqual([0.99, 0.5]);
    expect(hints.map(({ left }) => left)).toEqual([0, 2]);
    expect(places).toEqual([{ start: 0, page: 1 }]);
    expect(diagnostics).toMatchObject([
      { code: 'ingest/recognised', params: { pages: 1, lines: 2, percent: 75 } },
      { code: 'ingest/doubtful-line', params: { percent: 50 } },
    ]);
    const { start, end } = diagnostics[1]?.span ?? { start: 0, end: 0 };
    expect(text.slice(start, end)).toBe('第二行的文字内容');
  });

  it('count what was mended', () => {
    expect(written([line('苏环发（2022）32号到二O三五年（干九）', 100, 100)]).counts).toEqual({
      'misread-sign': 3,
    });
  });
});

const PNG = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

describe('without a recogniser', () => {
  beforeEach(() => vi.stubEnv('DUIBIAO_OCR', 'none'));
  afterEach(() => vi.unstubAllEnvs());

  it.each([
    ['a scan', tinyPdf([[], []], { picture: true }), 'ingest/pdf-scanned'],
    ['a picture', PNG, 'ingest/image-needs-ocr'],
    ['a TIFF', Buffer.from('II*\0'), 'ingest/image-needs-ocr'],
    ['a JPEG', Buffer.from('\xff\xd8\xff', 'latin1'), 'ingest/image-needs-ocr'],
  ])('%s says exactly what to install', async (_, bytes, code) => {
    const read = readBytes(bytes, 'x');
    await expect(read).rejects.toMatchObject({
      code,
      params: { package: '@gutenye/ocr-node@1.4.8' },
    });
    await expect(read).rejects.toMatchObject({
      hint: expect.stringContaining('npm install @gutenye/ocr-node@1.4.8'),
    });
  });

  it('that is not there, it is the same', async () => {
    vi.stubEnv('DUIBIAO_OCR', 'no-such-package-of-any-kind');
    await expect(readBytes(PNG, 'x')).rejects.toMatchObject({ code: 'ingest/image-needs-ocr' });
  });
});

describe('a scanned PDF with a recogniser', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ocr-'));
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });

  /** A recogniser that sees these lines on every picture, if it is one of A4 at 200 dpi. */
  function recogniser(lines: readonly RecognisedLine[]): void {
    const path = join(folder, 'ocr.mjs');
    const detect = `(png) => { const at = (i) => Buffer.from(png).readUInt32BE(i); if (at(16) !== 1653 || at(20) !== 2339) throw new Error(at(16) + ' ' + at(20)); return ${JSON.stringify(lines)}; }`;
    writeFileSync(path, `export default { create: async () => ({ detect: ${detect} }) };`);
    vi.stubEnv('DUIBIAO_OCR', pathToFileURL(path).href);
  }

  it('is read page by page at 200 dpi', async () => {
    recogniser([line('一、总体要求', 100, 100), line('坚持节水优先方针。', 100, 150)]);
    const { text, places, diagnostics, format } = await readBytes(
      tinyPdf([[], []], { picture: true }),
      'x.pdf',
    );
    expect(format).toBe('pdf');
    expect(text.split('\n').filter((one) => one !== '')).toEqual(
      Array(2).fill(['一、总体要求', '坚持节水优先方针。']).flat(),
    );
    expect(places.map(({ page }) => page)).toEqual([1, 2]);
    expect(diagnostics.map(({ code }) => code)).toEqual(['ingest/recognised']);
  });

  it('is refused where nothing is read on it', async () => {
    recogniser([]);
    await expect(readBytes(tinyPdf([[]], { picture: true }), 'x.pdf')).rejects.toMatchObject({
      code: 'ingest/scan-empty',
      params: { pages: 1 },
    });
  });
});
