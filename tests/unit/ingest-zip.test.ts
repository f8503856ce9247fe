import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readBytes } from '../../src/ingest/index.js';
import { addToCorpus, openWorkspace, readDocuments } from '../../src/pipeline/index.js';
import { paperOdt, paperRtf } from '../support/paper-writers.js';

const LATIN = { 方案: '\xb7\xbd\xb0\xb8' };
const text = strToU8('某市节水行动实施方案\n一、总体要求\n坚持节水优先。\n');

/** A zip whose names are bytes, as Chinese Windows packs them. */
function gbkZip(): Uint8Array {
  const zip = Buffer.from(zipSync({ 'ABCD.txt': text, 'b.rtf': paperRtf() }));
  for (let at = zip.indexOf('ABCD'); at >= 0; at = zip.indexOf('ABCD', at + 1))
    zip.write(LATIN.方案, at, 'latin1');
  return zip;
}

/** The flag of encryption set on every file. */
function lockedZip(): Uint8Array {
  const zip = Buffer.from(zipSync({ 'a.txt': text }));
  zip.writeUInt16LE(1, zip.indexOf('PK\x01\x02', 0, 'latin1') + 8);
  return zip;
}

describe('an archive of papers', () => {
  it.each([
    [
      'the only one',
      zipSync({ 'x/a.txt': text, 'seal.exe': text, '__MACOSX/._a.txt': text }),
      undefined,
      'x.zip#x/a.txt',
      'text',
    ],
    [
      'one by its name',
      zipSync({ 'a.txt': text, 'b.rtf': paperRtf() }),
      'b.rtf',
      'x.zip#b.rtf',
      'rtf',
    ],
    [
      'one by its Chinese name',
      zipSync({ '方案.txt': text, 'b.txt': text }),
      '方案.txt',
      'x.zip#方案.txt',
      'text',
    ],
    ['one by its name in GBK', gbkZip(), '方案.txt', 'x.zip#方案.txt', 'text'],
    ['one without an ending', zipSync({ paper: paperOdt() }), 'paper', 'x.zip#paper', 'odt'],
  ] as const)('%s', async (_, bytes, member, path, format) => {
    const source = await readBytes(bytes, 'x.zip', member === undefined ? {} : { member });
    expect(source).toMatchObject({ path, format });
    expect(source.text).toContain('总体要求');
  });

  const many = Object.fromEntries(Array.from({ length: 2001 }, (_, i) => [`${i}.txt`, text]));
  it.each([
    [
      'several',
      gbkZip(),
      undefined,
      'ingest/zip-several',
      { members: '方案.txt, b.rtf', first: '方案.txt' },
    ],
    ['none', zipSync({ 'a.exe': text }), undefined, 'ingest/zip-none', { members: 'a.exe' }],
    ['an unknown name', gbkZip(), '方按.txt', 'ingest/zip-no-member', { nearest: '方案.txt' }],
    [
      'a name that climbs',
      zipSync({ '../a.txt': text }),
      undefined,
      'ingest/zip-outside',
      { member: '../a.txt' },
    ],
    ['a name from the root', zipSync({ 'C:\\a.txt': text }), undefined, 'ingest/zip-outside', {}],
    ['a password', lockedZip(), undefined, 'ingest/password', { path: 'x.zip' }],
    [
      'a bomb inside',
      zipSync({ 'a.txt': strToU8(' '.repeat(8 * 2 ** 20)) }),
      undefined,
      'ingest/zip-bomb',
      {},
    ],
    ['far too many', zipSync(many), undefined, 'ingest/zip-many', { count: 2001 }],
    [
      'an archive inside',
      zipSync({ 'a.zip': gbkZip() }),
      'a.zip',
      'ingest/unsupported',
      { path: 'x.zip#a.zip' },
    ],
    [
      'a damaged paper',
      zipSync({ 'a.rtf': strToU8('{\\rtf1 a') }),
      undefined,
      'ingest/rtf-broken',
      { path: 'x.zip#a.rtf' },
    ],
    ['cut off', gbkZip().subarray(0, 150), undefined, 'ingest/zip-broken', {}],
  ] as const)('%s', async (_, bytes, member, code, params) => {
    const read = readBytes(bytes, 'x.zip', member === undefined ? {} : { member });
    await expect(read).rejects.toMatchObject({ code, params });
  });
});

describe('names that lead into an archive', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'zip-'));
    const files = {
      'b.rtf': paperRtf(),
      'c.txt': strToU8('某县工作方案\n一、目标\n用水更少。\n'),
      'd.exe': text,
    };
    writeFileSync(join(folder, 'a.zip'), zipSync(files));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('read one paper, or one document of one', async () => {
    const ws = openWorkspace(folder);
    const { documents, source } = await readDocuments(ws, 'a.zip#b.rtf');
    expect(source.path).toBe('a.zip#b.rtf');
    const id = documents[0]?.id ?? '';
    const one = await readDocuments(ws, `a.zip#b.rtf#${id}`);
    expect(one.documents.map((document) => document.id)).toEqual([id]);
    await expect(readDocuments(ws, 'a.zip')).rejects.toMatchObject({
      code: 'ingest/zip-several',
      params: { path: 'a.zip', first: 'b.rtf' },
    });
  });

  it('are added to a corpus each, and what is no paper is told', async () => {
    const ws = openWorkspace(folder);
    const added = await addToCorpus(ws, ['a.zip'], { folder: 'corpus', dryRun: true });
    expect(added.parsed.map(({ source }) => source.path)).toEqual(['a.zip#b.rtf', 'a.zip#c.txt']);
    expect(added.left).toEqual(['a.zip#d.exe']);
  });
});
