/** What is wrong with an encoded body: places in it. */
export type Wrong = (at: number) => void;

const PLAIN: ReadonlySet<string> = new Set(['', '7bit', '8bit', 'binary']);

/** A body with its transfer encoding undone; `wrong` is told what no encoder writes. Source: RFC 2045, 6. */
export function decodedBody(body: string, encoding: string, wrong: Wrong): Uint8Array {
  if (encoding === 'base64') {
    checkBase64(body, wrong);
    return Buffer.from(body, 'base64');
  }
  if (encoding === 'quoted-printable') {
    for (const { index } of body.matchAll(/=(?![0-9a-f]{2}|[ \t]{0,8}\r?\n|[ \t]{0,8}$)/gi))
      wrong(index);
    return Buffer.from(unquoted(body), 'latin1');
  }
  if (!PLAIN.has(encoding)) wrong(0);
  return Buffer.from(body, 'latin1');
}

/** Four characters stand for three bytes; the last four may be filled up. */
function checkBase64(body: string, wrong: Wrong): void {
  const stray = /[^a-z\d+/=\s]/i.exec(body);
  if (stray !== null) wrong(stray.index);
  const early = /=(?=\s*[^=\s])/.exec(body);
  if (early !== null) wrong(early.index);
  // Encoders break lines at one length.
  const lines = body.trim().split(/\r?\n/);
  const width = lines[0]?.length ?? 0;
  const odd = lines.findIndex((line, i) =>
    i < lines.length - 1 ? line.length !== width : line.length > width,
  );
  if (odd > 0) wrong(lines.slice(0, odd).join('\r\n').length);
  const length = body.replaceAll(/\s+/g, '').length;
  if (length % 4 !== 0) wrong(body.length);
}

/** `=E5=8D=97`, and `=` at a line's end where the line goes on. */
function unquoted(body: string): string {
  return body
    .replaceAll(/=[ \t]*\r?\n/g, '')
    .replaceAll(/=([0-9a-f]{2})/gi, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
}
