import { bench, describe } from 'vitest';
import { openMeter } from '../../src/ingest/budget.js';
import { openDamage } from '../../src/ingest/damage.js';
import { readBytes } from '../../src/ingest/index.js';
import { openPdf } from '../../src/ingest/pdf/pdfjs.js';
import { column, tinyPdf } from '../support/tiny-pdf.js';

const SENTENCE = '坚持节约优先和保护优先方针，统筹推进各项重点工作任务落地见效。\n';

/** Doubling series: time per byte must stay level. The floor is what Node needs to make a string. */
describe.each([1, 2, 4, 8])('%d MB of plain text', (megabytes) => {
  const bytes = Buffer.from(
    SENTENCE.repeat(Math.round((megabytes * 2 ** 20) / Buffer.byteLength(SENTENCE))),
  );
  bench('floor: Buffer.toString', () => {
    bytes.toString('utf8');
  });
  bench('readBytes', async () => {
    await readBytes(bytes, 'x.txt');
  });
});

describe('1 MB in GB18030', () => {
  // 「坚持创新驱动。」 and a line break.
  const line = Buffer.from('bce1b3d6b4b4d0c2c7fdb6afa1a30a', 'hex');
  const bytes = Buffer.concat(
    Array.from({ length: Math.round(2 ** 20 / line.length) }, () => line),
  );
  bench('floor: TextDecoder', () => {
    new TextDecoder('gb18030').decode(bytes);
  });
  bench('readBytes', async () => {
    await readBytes(bytes, 'x.txt');
  });
});

/** The share of pdfjs: floor divided by the whole. */
describe('a PDF of 40 pages', () => {
  const page = column(
    90,
    90,
    16,
    Array.from({ length: 40 }, () => SENTENCE.trim()),
  );
  const bytes = tinyPdf(Array.from({ length: 40 }, () => page));
  bench('floor: pdfjs alone', async () => {
    const path = 'x.pdf';
    const meter = openMeter(path);
    const { document, close } = await openPdf(bytes, {
      path,
      meter,
      maxBytes: meter.budget.bytes,
      damage: openDamage(),
      trackChanges: 'accept',
    });
    for (let i = 1; i <= document.numPages; i += 1)
      await (await document.getPage(i)).getTextContent();
    await close();
  });
  bench('readBytes', async () => {
    await readBytes(bytes, 'x.pdf');
  });
});

describe('1 MB of HTML', () => {
  const row = `<div class="row"><p style="text-indent:2em">${SENTENCE}</p></div>\n`;
  const bytes = Buffer.from(
    `<html><body>${row.repeat(Math.round(2 ** 20 / Buffer.byteLength(row)))}</body></html>`,
  );
  bench('readBytes', async () => {
    await readBytes(bytes, 'x.html');
  });
});
