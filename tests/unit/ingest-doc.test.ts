import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readBytes } from '../../src/ingest/index.js';
import { wordFile } from '../support/paper-writers.js';

const numbered = wordFile('numbered.doc');
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'doc-'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

/** A stand-in for LibreOffice: what it does with its arguments is `script`. */
function office(script: string): void {
  const path = join(folder, 'soffice.mjs');
  writeFileSync(path, `#!${process.execPath}\nimport fs from 'node:fs';\n${script}\n`);
  chmodSync(path, 0o755);
  vi.stubEnv('DUIBIAO_SOFFICE', path);
}

const DOCX = zipSync({
  'word/document.xml': strToU8(
    '<w:document xmlns:w="x"><w:body><w:p><w:r><w:t>一、总体要求</w:t></w:r></w:p></w:body></w:document>',
  ),
});

/** Every sector that another follows is followed by itself. Source: MS-CFB 2.3, sectors of 512 bytes. */
function goingRound(file: Uint8Array): Uint8Array {
  const torn = Buffer.from(file);
  const table = 512 * (1 + torn.readUInt32LE(0x4c));
  for (let sector = 0; sector < 128; sector += 1) {
    const next = torn.readUInt32LE(table + 4 * sector);
    if (next === sector + 1) torn.writeUInt32LE(sector, table + 4 * sector);
  }
  return torn;
}

describe('an old Word file without LibreOffice', () => {
  beforeEach(() => vi.stubEnv('DUIBIAO_SOFFICE', 'none'));

  it('keeps text, rows of tables and notes, and says that numbers are lost', async () => {
    const { text, hints, diagnostics, counts, format } = await readBytes(numbered, 'x.wps');
    const lines = text.trimEnd().split('\n');
    expect(format).toBe('doc');
    expect(lines.slice(0, 3).map((line) => line.slice(0, 4))).toEqual([
      '某市节水',
      '为落实最',
      '总体要求',
    ]);
    expect(lines.slice(-6)).toEqual([
      '序号\t任务\t责任单位',
      '1\t管网改造\t市水务局',
      '2\t水平衡测试\t',
      '合并两列\t各区',
      '结尾段落。',
      '①用水总量指地表水与地下水取用量之和。',
    ]);
    expect(hints.map(({ role }) => role)).toEqual([...Array(4).fill('table-row'), 'footnote']);
    expect(diagnostics.map(({ code }) => code)).toEqual(['ingest/no-automatic-numbers']);
    expect(counts).toEqual({ 'note-mark': 1, 'page-header': 1 });
  });

  it.each([
    ['a password', locked(), 'ingest/password'],
    ['half a file', numbered.subarray(0, 600), 'ingest/doc-broken'],
    ['a list of sectors that goes round', goingRound(numbered), 'ingest/doc-broken'],
  ])('%s', async (_, bytes, code) => {
    await expect(readBytes(bytes, 'x.doc')).rejects.toMatchObject({
      code,
      params: { path: 'x.doc' },
    });
  });
});

/** The flag of encryption set in the file's own head. */
function locked(): Uint8Array {
  const bytes = Buffer.from(numbered);
  const at = bytes.indexOf(Buffer.from([0xec, 0xa5]));
  bytes.writeUInt16LE(bytes.readUInt16LE(at + 10) | 0x0100, at + 10);
  return bytes;
}

describe('an old Word file with LibreOffice', () => {
  it('is read from the DOCX that it makes, in a profile of its own, and nothing is left behind', async () => {
    const docx = join(folder, 'made.docx');
    writeFileSync(docx, DOCX);
    vi.stubEnv('TMPDIR', folder);
    office(
      `const at = process.argv.indexOf('--outdir') + 1;
       const profile = process.argv.find((a) => a.startsWith('-env:UserInstallation=file:'));
       if (profile === undefined) process.exit(1);
       fs.mkdirSync(process.argv[at], { recursive: true });
       fs.copyFileSync(${JSON.stringify(docx)}, process.argv[at] + '/paper.docx');`,
    );
    const { text, diagnostics } = await readBytes(numbered, 'x.doc');
    expect(text).toBe('一、总体要求\n');
    expect(diagnostics.map(({ code }) => code)).toEqual(['ingest/by-office']);
    expect(readdirSync(folder).sort()).toEqual(['made.docx', 'soffice.mjs']);
  });

  it.each([
    ['fails', 'process.exit(3)', ['ingest/office-failed', 'ingest/no-automatic-numbers']],
    ['writes nothing', '', ['ingest/office-failed', 'ingest/no-automatic-numbers']],
  ])('that %s: the bare text, and it is said', async (_, script, codes) => {
    office(script);
    const { text, diagnostics } = await readBytes(numbered, 'x.doc');
    expect(text).toContain('总体要求');
    expect(diagnostics.map(({ code }) => code)).toEqual(codes);
  });

  it('that is not installed: the bare text', async () => {
    vi.stubEnv('DUIBIAO_SOFFICE', join(folder, 'nothing'));
    const { diagnostics } = await readBytes(numbered, 'x.doc');
    expect(diagnostics.map(({ code }) => code)).toEqual(['ingest/no-automatic-numbers']);
  });
});
