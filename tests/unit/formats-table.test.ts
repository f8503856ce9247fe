import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { IMPORTERS } from '../../src/ingest/registry.js';
import { CLAIMS, readPaper } from '../support/format-claims.js';
import { wordFile } from '../support/paper-writers.js';
import * as rich from '../support/rich-papers.js';
import { ROOT } from '../support/root.js';
import { tinyPdf } from '../support/tiny-pdf.js';

/** The table *What is read, and what survives* of docs/how-to.md, held cell by cell by a paper in each format. */

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'formats-'));
  vi.stubEnv('DUIBIAO_SOFFICE', 'none');
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

/** A stand-in for LibreOffice that hands over what LibreOffice 7.4 made of the file. */
function withOffice(): void {
  const [made, program] = [join(folder, 'made.docx'), join(folder, 'soffice.mjs')];
  writeFileSync(made, rich.richByOffice());
  writeFileSync(
    program,
    `#!${process.execPath}\nimport fs from 'node:fs';
     const at = process.argv[process.argv.indexOf('--outdir') + 1];
     fs.mkdirSync(at, { recursive: true });
     fs.copyFileSync(${JSON.stringify(made)}, at + '/paper.docx');`,
  );
  chmodSync(program, 0o755);
  vi.stubEnv('DUIBIAO_SOFFICE', program);
}

/** A recogniser that sees the paper on every picture. */
function withRecogniser(): void {
  const path = join(folder, 'ocr.mjs');
  const lines = JSON.stringify(rich.richScan());
  writeFileSync(path, `export default { create: async () => ({ detect: () => (${lines}) }) };`);
  vi.stubEnv('DUIBIAO_OCR', pathToFileURL(path).href);
}

interface Paper {
  readonly path: string;
  readonly bytes: () => Uint8Array;
  readonly before?: () => void;
}

const numbered = (): Uint8Array => wordFile('numbered.doc');

/** The papers of a row, by what its first cell says. */
const PAPERS: Readonly<Record<string, readonly Paper[]>> = {
  text: [{ path: 'a.txt', bytes: rich.richText }],
  Markdown: [{ path: 'a.md', bytes: rich.richMarkdown }],
  'HTML, `.mht`': [
    { path: 'a.html', bytes: rich.richHtml },
    { path: 'a.mht', bytes: rich.richMhtml },
  ],
  '`.docx`': [{ path: 'a.docx', bytes: rich.richDocx }],
  '`.doc`, `.wps` with LibreOffice': [
    { path: 'a.doc', bytes: numbered, before: withOffice },
    { path: 'a.wps', bytes: numbered, before: withOffice },
  ],
  '`.doc`, `.wps` without': [
    { path: 'a.doc', bytes: numbered },
    { path: 'a.wps', bytes: numbered },
  ],
  '`.rtf`': [{ path: 'a.rtf', bytes: rich.richRtf }],
  '`.odt`': [{ path: 'a.odt', bytes: rich.richOdt }],
  '`.xlsx`, `.xls`, `.et`': [
    { path: 'a.xlsx', bytes: () => rich.richBook('xlsx') },
    { path: 'a.xls', bytes: () => rich.richBook('biff8') },
    { path: 'a.et', bytes: () => rich.richBook('biff8') },
  ],
  '`.pdf`': [{ path: 'a.pdf', bytes: rich.richPdf }],
  '`.ofd`': [{ path: 'a.ofd', bytes: rich.richOfd }],
  'scanned `.pdf`, `.png`, `.jpg`, `.tif`': [
    { path: 'a.pdf', bytes: () => tinyPdf([[]], { picture: true }), before: withRecogniser },
  ],
  '`.zip`': [{ path: 'a.zip', bytes: rich.richZip }],
};

/** Rows of the table by their first cell: cells by their heads. */
function tableOfFormats(): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const text = readFileSync(join(ROOT, 'docs/how-to.md'), 'utf8');
  const after = text.slice(text.indexOf('## What is read, and what survives'));
  const rows = after
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim())); // biome-ignore format: one row
  const [heads = [], , ...body] = rows;
  return new Map(
    body.map(([name = '', ...cells]) => [name, new Map(cells.map((cell, i) => [heads[i + 1] ?? '', cell]))]), // biome-ignore format: one row
  );
}

/** A cell by what it claims: parted by semicolons and commas, but for claims that have one of their own. */
function claimsOf(column: string, cell: string): readonly string[] {
  const known = Object.keys(CLAIMS[column] ?? {}).filter((claim) => claim.includes(','));
  return cell.split(/;\s*/).flatMap((part) => (known.includes(part) ? [part] : part.split(/,\s*/))).filter((part) => part !== ''); // biome-ignore format: one list
}

const TABLE = tableOfFormats();

describe('the table of formats', () => {
  it('has a row for every importer and archive, and papers for every row', () => {
    expect([...TABLE.keys()]).toEqual(Object.keys(PAPERS));
    const paths = Object.values(PAPERS).flatMap((papers) =>
      papers.map(({ path }) => path.slice(1)),
    );
    const without = IMPORTERS.filter(
      ({ extensions }) => !extensions.some((e) => paths.includes(e)),
    );
    // Pictures go the way of scanned pages, once a library that no test has has opened them.
    expect(without.map(({ format }) => format)).toEqual(['image']);
  });

  it('claims nothing that is not shown here, and shows nothing that it does not claim', () => {
    for (const [column, claims] of Object.entries(CLAIMS)) {
      const cells = [...TABLE.values()].flatMap((row) => claimsOf(column, row.get(column) ?? ''));
      expect([...new Set(cells)].sort()).toEqual(Object.keys(claims).sort());
    }
  });

  const cells = [...TABLE].flatMap(([format, row]) =>
    [...row].flatMap(([column, cell]) =>
      (PAPERS[format] ?? []).flatMap((paper) =>
        claimsOf(column, cell).map((claim) => ({ format, column, claim, paper, at: paper.path })),
      ),
    ),
  );

  it.each(cells)('$at ($format), $column: $claim', async ({ column, claim, paper }) => {
    paper.before?.();
    const check = CLAIMS[column]?.[claim];
    if (check === undefined) throw new Error(`nothing shows ${column}: ${claim}`);
    await check(await readPaper(paper.bytes(), paper.path));
  });
});
