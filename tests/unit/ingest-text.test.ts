import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type IngestOptions, readBytes, readSource } from '../../src/ingest/index.js';
import { ERRORS } from '../../src/messages/index.js';
import { describeError, UserError } from '../../src/text/index.js';
import { ROOT } from '../support/root.js';

const SENTENCE = '坚持创新在发展全局中的核心地位，加快建设科技强市。';

/** `SENTENCE` as iconv writes it. */
const GBK = Buffer.from(
  'bce1b3d6b4b4d0c2d4dab7a2d5b9c8abbed6d6d0b5c4bacbd0c4b5d8cebba3acbcd3bfecbda8c9e8bfc6bcbcc7bfcad0a1a3',
  'hex',
);
/** 「中文內容」 in Big5. */
const BIG5 = Buffer.from('a4a4a4e5a4baae65', 'hex');

async function failure(
  bytes: Uint8Array,
  options?: IngestOptions,
  path = 'x.txt',
): Promise<string> {
  try {
    await readBytes(bytes, path, options);
  } catch (error) {
    if (error instanceof UserError) return `${error.code} ${JSON.stringify(error.params)}`;
    throw error;
  }
  return 'no error';
}

function utf16be(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16();
}

describe('plain text is decoded', () => {
  const rows: [
    name: string,
    bytes: Uint8Array,
    encoding: string,
    text: string,
    options?: IngestOptions,
  ][] = [
    ['UTF-8', Buffer.from(SENTENCE), 'utf-8', SENTENCE],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${SENTENCE}`), 'utf-8', SENTENCE],
    ['line breaks stay', Buffer.from('一\r\n二\n三\r'), 'utf-8', '一\r\n二\n三\r'],
    ['UTF-16 LE with a mark', Buffer.from(`\ufeff${SENTENCE}`, 'utf16le'), 'utf-16le', SENTENCE],
    ['UTF-16 BE with a mark', utf16be(`\ufeff${SENTENCE}`), 'utf-16be', SENTENCE],
    ['UTF-16 LE without', Buffer.from(SENTENCE, 'utf16le'), 'utf-16le', SENTENCE],
    ['UTF-16 BE without', utf16be(SENTENCE), 'utf-16be', SENTENCE],
    ['Latin in UTF-16', Buffer.from('plain words\n', 'utf16le'), 'utf-16le', 'plain words\n'],
    ['GB18030 found', GBK, 'gb18030', SENTENCE],
    ['GBK stated', GBK, 'gbk', SENTENCE, { encoding: 'GB2312' }],
    ['Big5 stated', BIG5, 'big5', '中文內容', { encoding: 'big5' }],
  ];
  it.each(rows)('%s', async (_, bytes, encoding, text, options) => {
    const source = await readBytes(bytes, 'x.txt', options);
    expect([source.encoding, source.text]).toEqual([encoding, text]);
  });

  it('says that an encoding was found', async () => {
    const source = await readBytes(GBK, 'x.txt');
    expect(source.diagnostics.map(({ code, params }) => [code, params])).toEqual([
      ['ingest/found-encoding', { encoding: 'gb18030' }],
    ]);
  });

  it('lets a byte order mark win over a stated encoding, and says so', async () => {
    const source = await readBytes(Buffer.from(`\ufeff${SENTENCE}`), 'x.txt', { encoding: 'big5' });
    expect(source.text).toBe(SENTENCE);
    expect(source.diagnostics.map(({ code }) => code)).toEqual(['ingest/encoding-ignored']);
  });

  it('says that characters were lost before', async () => {
    const source = await readBytes(Buffer.from('创\ufffd新\ufffd'), 'x.txt');
    expect(source.diagnostics).toMatchObject([
      { code: 'ingest/lost-characters', span: { start: 1, end: 2 }, params: { count: 2 } },
    ]);
  });
});

describe('what is no text is an error', () => {
  const cut = Buffer.from(`第一行\n${SENTENCE}`).subarray(0, -1);
  const rows: [name: string, bytes: Uint8Array, expected: RegExp, options?: IngestOptions][] = [
    ['empty', Buffer.alloc(0), /^ingest\/zero-bytes /],
    ['blanks only', Buffer.from(' \n　\n'), /^ingest\/empty /],
    ['a mark only', Buffer.from('\ufeff'), /^ingest\/empty /],
    ['zero bytes', Buffer.from('abc\0\0\x01def'), /^ingest\/binary .*"offset":3/],
    ['control characters', Buffer.from('ab\x01\x02\x03\x04'), /^ingest\/binary .*"offset":2/],
    ['half a UTF-8 sequence', cut, /^ingest\/cut-off .*"offset":82,"line":2/],
    [
      'Latin-1',
      Buffer.from('un résumé d’été', 'latin1'),
      /^ingest\/not-utf8 .*"offset":4,"line":1/,
    ],
    ['Latin-1 after a line', Buffer.from('a\nb\xe9\xe8\xe7', 'latin1'), /"offset":3,"line":2/],
    ['Big5 not stated', BIG5, /^ingest\/not-utf8 /],
    [
      'Russian in KOI8-R',
      Buffer.from('f0d2c1d7c9d4c5ccd8d3d4d7cf20d2c5dbc9cccf', 'hex'),
      /^ingest\/not-utf8 /,
    ],
    [
      'Korean in EUC-KR',
      Buffer.from('b4ebc7d1b9ceb1b920c1a4bacec0c720b0e8c8b9', 'hex'),
      /^ingest\/not-utf8 /,
    ],
    ['random bytes', Buffer.from('9fd3e1c8a7b2f0e9d6c5', 'hex'), /^ingest\/not-utf8 /],
    [
      'not what was stated',
      Buffer.from('a\xff', 'latin1'),
      /^ingest\/bad-encoding .*"offset":1/,
      { encoding: 'utf-8' },
    ],
    [
      'unknown encoding',
      Buffer.from('a'),
      /^ingest\/unknown-encoding .*"klingon"/,
      { encoding: 'klingon' },
    ],
    ['too large', Buffer.from('abcdef'), /^ingest\/too-large /, { budget: { bytes: 5 } }],
    ['a GIF', Buffer.from('GIF89a'), /^ingest\/unsupported .*GIF/],
    ['half an OFD', Buffer.from('PK\x03\x04....OFD.xml', 'latin1'), /^ingest\/zip-broken /],
    [
      'half a zip of something',
      Buffer.from('PK\x03\x04....a.txt', 'latin1'),
      /^ingest\/zip-broken /,
    ],
    ['an old Office file', Buffer.from('d0cf11e0a1b11ae1000000', 'hex'), /^ingest\/doc-broken /],
    [
      'an Office file with a password',
      Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
      /^ingest\/password /,
    ],
  ];
  it.each(rows)('%s', async (_, bytes, expected, options) => {
    expect(await failure(bytes, options)).toMatch(expected);
  });
});

describe('files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'duibiao-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('are read by path, hashed, and keep the path as given', async () => {
    const path = join(folder, 'a.txt');
    writeFileSync(path, 'abc');
    expect(await readSource(path)).toMatchObject({
      path,
      format: 'text',
      sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    });
  });

  it('may be standard input', async () => {
    const source = await readSource('-', { stdin: async () => Buffer.from(SENTENCE) });
    expect([source.path, source.text]).toEqual(['-', SENTENCE]);
  });

  it.each([
    ['missing', 'nothing.txt', 'ingest/not-found'],
    ['a directory', '.', 'ingest/directory'],
  ])('%s', async (_, name, code) => {
    await expect(readSource(join(folder, name))).rejects.toMatchObject({ code });
  });

  it('that are too large are not read', async () => {
    const path = join(folder, 'large.txt');
    writeFileSync(path, 'x'.repeat(3 * 2 ** 20));
    await expect(readSource(path, { budget: { bytes: 2 * 2 ** 20 } })).rejects.toMatchObject({
      code: 'ingest/too-large',
      params: { limit: 2 },
    });
  });
});

describe('errors', () => {
  it.each(Object.entries(ERRORS))(
    '%s has the same parameters in both languages',
    (_, { en, zh }) => {
      const names = ({ message, hint }: { message: string; hint: string }) =>
        [...new Set(`${message}${hint}`.match(/\{\w+\}/g))].sort();
      expect(names(zh)).toEqual(names(en));
    },
  );

  it('are sorted by code, in each file of the catalogue, and in none twice', () => {
    const folder = join(ROOT, 'src/messages');
    const files = readdirSync(folder).filter((name) => /^errors(?!-type)/.test(name));
    const codes = files.map((name) =>
      [...readFileSync(join(folder, name), 'utf8').matchAll(/^ {2}'([\w/-]+)': \{$/gm)].map(
        ([, code = '']) => code,
      ),
    );
    for (const own of codes) expect(own).toEqual([...own].sort());
    expect(codes.flat().sort()).toEqual(Object.keys(ERRORS).sort());
  });

  it('say in words why the system refused, and quote a code they do not know', () => {
    const refused = new UserError('ingest/unreadable', { path: 'a.txt', reason: 'EACCES' });
    expect(refused.message).toBe('"a.txt" cannot be read (permission denied, EACCES).');
    expect(describeError(refused, 'zh').message).toBe('无法读取“a.txt”（没有权限，EACCES）。');
    const odd = new UserError('ingest/unreadable', { path: 'a.txt', reason: 'EODD' });
    expect(describeError(odd, 'zh').message).toBe('无法读取“a.txt”（EODD）。');
  });

  it('speak the language of the user', () => {
    const error = new UserError('ingest/not-found', { path: 'a.txt' });
    expect(error.message).toBe('There is no file "a.txt".');
    expect(describeError(error, 'zh').message).toBe('没有文件“a.txt”。');
  });
});
