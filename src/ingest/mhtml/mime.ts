import { UserError } from '../../text/index.js';

/** A part that holds content, its transfer encoding undone. */
export interface MimePart {
  /** Lower-case media type. */
  readonly type: string;
  readonly charset?: string;
  readonly bytes: Uint8Array;
}

/** Parts inside parts: a saved page has one level, a mail with attachments three. */
const DEEPEST = 8;
/** A page has some hundred pictures. */
const MOST_PARTS = 5000;

/**
 * Leaves of a MIME message in their order (RFC 2045, 2046).
 *
 * Ours, as libraries for mail bring address books and iconv with them; what a saved page needs are
 * headers, boundaries and two encodings. Bytes are held as Latin-1, one character a byte.
 * Errors: `UserError` for a message without the boundary it states, and for parts without end.
 * Cost: linear for each level.
 */
export function readParts(bytes: Uint8Array, path: string): MimePart[] {
  const parts: MimePart[] = [];
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  collect(text.replace(/^\xef\xbb\xbf/, '').trimStart(), 0);
  return parts;

  function collect(message: string, depth: number): void {
    if (depth > DEEPEST || parts.length >= MOST_PARTS)
      throw new UserError('ingest/mhtml-broken', { path });
    const { headers, body } = split(message);
    const type = headers.get('content-type') ?? 'text/plain';
    const media = (/^\s*([\w.+-]+\/[\w.+-]+)/.exec(type)?.[1] ?? 'text/plain').toLowerCase();
    if (media.startsWith('multipart/')) {
      const boundary = parameter(type, 'boundary');
      const inner = boundary === undefined ? [] : between(body, boundary);
      if (inner.length === 0) throw new UserError('ingest/mhtml-broken', { path });
      for (const part of inner) collect(part, depth + 1);
      return;
    }
    const charset = parameter(type, 'charset');
    parts.push({
      type: media,
      bytes: media.startsWith('text/') || media.includes('xml') ? decoded(body, headers) : EMPTY,
      ...(charset !== undefined && { charset }),
    });
  }
}

/** Pictures are not decoded: nobody reads them. */
const EMPTY = new Uint8Array();

interface Message {
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/** Headers up to the first blank line; lines that begin with a blank go on. */
function split(message: string): Message {
  const border = /^\r?\n|\r?\n\r?\n/.exec(message);
  const head = border === null ? message : message.slice(0, border.index);
  const body = border === null ? '' : message.slice(border.index + border[0].length);
  const headers = new Map<string, string>();
  for (const line of head.replaceAll(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon > 0)
      headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return { headers, body };
}

/** `boundary="----=_Part"`, `charset=gb2312`. */
function parameter(header: string, name: string): string | undefined {
  const found = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'i').exec(header);
  return found?.[1] ?? found?.[2];
}

/** What stands between the boundary's lines; an archive that is cut off ends its last part. */
function between(body: string, boundary: string): string[] {
  const mark = `--${boundary}`;
  const parts: string[] = [];
  let open: number | undefined;
  let at = body.indexOf(mark);
  while (at >= 0) {
    const after = body.slice(at + mark.length, at + mark.length + 2);
    const atLine = at === 0 || body[at - 1] === '\n';
    if (atLine && /^(?:--|\r|\n|[ \t]|$)/.test(after)) {
      if (open !== undefined) parts.push(body.slice(open, at).replace(/\r?\n$/, ''));
      if (after === '--') return parts;
      const end = body.indexOf('\n', at);
      open = end < 0 ? body.length : end + 1;
    }
    at = body.indexOf(mark, at + mark.length);
  }
  if (open !== undefined) parts.push(body.slice(open));
  return parts;
}

function decoded(body: string, headers: ReadonlyMap<string, string>): Uint8Array {
  switch (headers.get('content-transfer-encoding')?.toLowerCase()) {
    case 'base64':
      return Buffer.from(body, 'base64');
    case 'quoted-printable':
      return Buffer.from(unquoted(body), 'latin1');
    default:
      return Buffer.from(body, 'latin1');
  }
}

/** `=E5=8D=97`, and `=` at a line's end where the line goes on. */
function unquoted(body: string): string {
  return body
    .replaceAll(/=[ \t]*\r?\n/g, '')
    .replaceAll(/=([0-9a-f]{2})/gi, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
}
