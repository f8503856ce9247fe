import { UserError } from '../../text/index.js';
import type { ImportContext } from '../importer.js';
import { decodedBody, type Wrong } from './transfer.js';

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
 * headers, boundaries and two encodings. Bytes are held as Latin-1, one character a byte. What breaks
 * the rules and leaves something to read is told.
 * Errors: `UserError` for a message without the boundary it states, and for parts without end.
 * Cost: linear for each level.
 */
export function readParts(
  bytes: Uint8Array,
  { path, damage }: Pick<ImportContext, 'path' | 'damage'>,
): MimePart[] {
  const parts: MimePart[] = [];
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const begin = /^(?:\xef\xbb\xbf)?\s*/.exec(text)?.[0].length ?? 0;
  collect({ from: begin, to: text.length }, 0);
  return parts;

  function collect(message: Stretch, depth: number): void {
    if (depth > DEEPEST || parts.length >= MOST_PARTS)
      throw new UserError('ingest/mhtml-broken', { path });
    const { headers, body } = split(text, message, damage.place);
    const type = headers.get('content-type') ?? 'text/plain';
    const media = (/^\s*([\w.+-]+\/[\w.+-]+)/.exec(type)?.[1] ?? 'text/plain').toLowerCase();
    if (media.startsWith('multipart/')) {
      const boundary = BOUNDARY.exec(type);
      const mark = boundary?.[1] ?? boundary?.[2];
      const inner = mark === undefined ? [] : between(text, body, mark, damage.place);
      if (inner.length === 0) throw new UserError('ingest/mhtml-broken', { path });
      for (const part of inner) collect(part, depth + 1);
      return;
    }
    if (!MEDIA.test(media)) damage.place(message.from);
    const charset = CHARSET.exec(type);
    const stated = charset?.[1] ?? charset?.[2];
    const isText = media.startsWith('text/') || media.includes('xml');
    parts.push({
      type: media,
      bytes: isText ? decoded(text, body, headers, damage.place) : EMPTY,
      ...(stated !== undefined && { charset: stated }),
    });
  }
}

/** Pictures are not decoded: nobody reads them. */
const EMPTY = new Uint8Array();

/** `boundary="----=_Part"`, `charset=gb2312`. */
const BOUNDARY = /;\s*boundary\s*=\s*(?:"([^"]*)"|([^\s;]+))/i;
const CHARSET = /;\s*charset\s*=\s*(?:"([^"]*)"|([^\s;]+))/i;

/** Media there are; a page under another name would be passed over. */
const MEDIA =
  /^(?:(?:application|image|font|audio|video|message|model)\/|text\/(?:html|plain|css|(?:java|ecma|j|live)script|xml|x-|vnd\.|csv|calendar|rtf|richtext|enriched))/;

interface Stretch {
  readonly from: number;
  readonly to: number;
}

interface Message {
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Stretch;
}

/** A line of a header, or the first of a mailbox. */
const HEADER = /^[!-9;-~]{1,200}:|^From /;

/** Headers up to the first blank line; lines that begin with a blank go on. */
function split(text: string, { from, to }: Stretch, wrong: Wrong): Message {
  const message = text.slice(from, to);
  const border = /^\r?\n|\r?\n\r?\n/.exec(message);
  const head = border === null ? message : message.slice(0, border.index);
  const start = border === null ? to : from + border.index + border[0].length;
  const headers = new Map<string, string>();
  for (const line of head.replaceAll(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon > 0)
      headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
    // Text, where the blank line is gone.
    if (line !== '' && !HEADER.test(line)) wrong(from + Math.max(0, head.indexOf(line)));
  }
  return { headers, body: { from: start, to } };
}

/** A line of headers, which stands in no text. */
const INNER_HEADER = /^content-(?:type|transfer-encoding|location):/im;

/** What stands between the boundary's lines; an archive that is cut off ends its last part. */
function between(text: string, body: Stretch, boundary: string, wrong: Wrong): Stretch[] {
  const mark = `--${boundary}`;
  const parts: Stretch[] = [];
  let open: number | undefined;
  let at = text.indexOf(mark, body.from);
  const preamble = text.slice(body.from, at < 0 ? body.to : at);
  if (INNER_HEADER.test(preamble)) wrong(body.from);
  while (at >= 0 && at < body.to) {
    const after = text.slice(at + mark.length, at + mark.length + 2);
    const atLine = at === body.from || text[at - 1] === '\n';
    if (atLine && /^(?:--|\r|\n|[ \t]|$)/.test(after)) {
      if (open !== undefined) parts.push({ from: open, to: lineEnd(text, open, at) });
      if (after === '--') return parts;
      const end = text.indexOf('\n', at);
      open = end < 0 ? body.to : end + 1;
    }
    at = text.indexOf(mark, at + mark.length);
  }
  if (open !== undefined) parts.push({ from: Math.min(open, body.to), to: body.to });
  wrong(body.to);
  return parts;
}

/** The line end before a boundary belongs to the boundary. */
function lineEnd(text: string, from: number, at: number): number {
  if (at <= from || text[at - 1] !== '\n') return at;
  return text[at - 2] === '\r' && at - 2 >= from ? at - 2 : at - 1;
}

function decoded(
  text: string,
  { from, to }: Stretch,
  headers: ReadonlyMap<string, string>,
  wrong: Wrong,
): Uint8Array {
  const body = text.slice(from, to);
  const inner = INNER_HEADER.exec(body);
  // A boundary that is no longer one: the next part stands in this.
  if (inner !== null) wrong(from + inner.index);
  const encoding = headers.get('content-transfer-encoding')?.toLowerCase() ?? '';
  return decodedBody(body, encoding, (at) => wrong(from + at));
}
