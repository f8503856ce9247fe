import { describe, expect, it } from 'vitest';
import { readBytes } from '../../src/ingest/index.js';

const PROSE = '本方案自印发之日起施行，由市发展改革委负责解释。';
const HTML = `<html><head><title>某市方案_某市人民政府</title></head><body><div>菜单</div><article><p>${PROSE}</p><p>附图=1。</p></article></body></html>`;
const EXPECTED = `某市方案\n${PROSE}\n附图=1。\n`;

/** Soft line breaks after every 60 characters, as browsers write them. */
function quoted(bytes: Uint8Array): string {
  const escaped = [...bytes].map((byte) =>
    byte >= 0x80 || byte === 0x3d
      ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
      : String.fromCharCode(byte),
  );
  const lines: string[] = [];
  for (let i = 0; i < escaped.length; i += 20) lines.push(escaped.slice(i, i + 20).join(''));
  return lines.join('=\r\n');
}

interface Part {
  readonly type: string;
  readonly encoding: string;
  readonly body: string;
}

function archive(
  parts: readonly Part[],
  head = 'From: <Saved by Blink>\r\nMIME-Version: 1.0',
): Uint8Array {
  const boundary = '----Part--7';
  const inner = parts.map(
    ({ type, encoding, body }) =>
      `--${boundary}\r\nContent-Type: ${type}\r\nContent-Transfer-Encoding: ${encoding}\r\nContent-Location: x\r\n\r\n${body}\r\n`,
  );
  return Buffer.from(
    `${head}\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="${boundary}"\r\n\r\nThis is a message of parts.\r\n${inner.join('')}--${boundary}--\r\n`,
    'latin1',
  );
}

const QUOTED: Part = {
  type: 'text/html',
  encoding: 'quoted-printable',
  body: quoted(Buffer.from(HTML)),
};
const PICTURE: Part = { type: 'image/png', encoding: 'base64', body: 'iVBORw0KGgo=' };

describe('saved web archives', () => {
  const base64 = Buffer.from(HTML)
    .toString('base64')
    .replaceAll(/(.{76})/g, '$1\r\n');
  const rows: [name: string, bytes: Uint8Array][] = [
    [
      'as Chrome saves them',
      archive([QUOTED, PICTURE, { ...QUOTED, body: quoted(Buffer.from('<p>框架。</p>')) }]),
    ],
    [
      'with the page in base64, after a picture',
      archive([PICTURE, { type: 'text/html; charset="utf-8"', encoding: 'Base64', body: base64 }]),
    ],
    [
      'with bytes as they are',
      archive([
        {
          type: 'text/html; charset=utf-8',
          encoding: '8bit',
          body: Buffer.from(HTML).toString('latin1'),
        },
      ]),
    ],
    [
      'with a subject before all',
      archive(
        [QUOTED],
        'Subject: =?utf-8?Q?x?=\r\n y\r\nDate: Mon, 1 Jan 2024\r\nMIME-Version: 1.0',
      ),
    ],
    [
      'with one part only',
      Buffer.from(
        `MIME-Version: 1.0\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${QUOTED.body}`,
      ),
    ],
    ['cut off after the page', archive([QUOTED]).subarray(0, -18)],
  ];
  it.each(rows)('%s', async (_, bytes) => {
    const source = await readBytes(bytes, 'x.dat');
    expect([source.format, source.text]).toEqual(['mhtml', EXPECTED]);
  });

  it('in GBK, as the part states', async () => {
    // 「全文公开施行，长期有效，由本市负责解释。」
    const gbk =
      '=C8=AB=CE=C4=B9=AB=BF=AA=CA=A9=D0=D0=A3=AC=B3=A4=C6=DA=D3=D0=D0=A7=A3=AC=D3=C9=B1=BE=CA=D0=B8=BA=D4=F0=BD=E2=CA=CD=A1=A3';
    const part = {
      type: 'text/html;\r\n\tcharset="gb2312"',
      encoding: 'quoted-printable',
      body: `<html><p>${gbk}</p></html>`,
    };
    const source = await readBytes(archive([part]), 'x.mht');
    expect([source.encoding, source.text]).toEqual([
      'gb18030',
      '全文公开施行，长期有效，由本市负责解释。\n',
    ]);
  });

  it('leaves a text alone that only speaks of mail', async () => {
    const source = await readBytes(
      Buffer.from('说明：\nMIME-Version: 1.0 是邮件的字段。\n'),
      'x.txt',
    );
    expect(source.format).toBe('text');
  });
});

describe('bad input is an error', () => {
  const nested = (depth: number): string =>
    Array.from(
      { length: depth },
      (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n`,
    ).join('');
  const rows: [name: string, bytes: Uint8Array, code: string][] = [
    ['pictures only', archive([PICTURE]), 'ingest/mhtml-no-page'],
    ['no parts', archive([]), 'ingest/mhtml-broken'],
    [
      'no boundary',
      Buffer.from('MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\nx'),
      'ingest/mhtml-broken',
    ],
    [
      'parts inside parts without end',
      Buffer.from(`MIME-Version: 1.0\r\n${nested(50)}`),
      'ingest/mhtml-broken',
    ],
    ['a page without text', archive([{ ...QUOTED, body: '' }]), 'ingest/empty'],
    [
      'a page of menus',
      archive([{ ...QUOTED, body: '<html><nav>x</nav></html>' }]),
      'ingest/no-article',
    ],
  ];
  it.each(rows)('%s', async (_, bytes, code) => {
    await expect(readBytes(bytes, 'x.mht')).rejects.toMatchObject({ code });
  });
});
