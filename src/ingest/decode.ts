import { isUtf8 } from 'node:buffer';
import type { Diagnostic } from '../model/index.js';
import { UserError } from '../text/index.js';
import { isPlausibleChinese } from './plausible.js';
import { lostCharacters } from './remarks.js';

interface DecodeContext {
  readonly path: string;
  /** WHATWG label the user or the page states. */
  readonly encoding?: string;
}

export interface Decoded {
  readonly text: string;
  /** WHATWG name of the decoder used. */
  readonly encoding: string;
  readonly diagnostics: readonly Diagnostic[];
}

const BOMS: readonly (readonly [encoding: string, mark: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/**
 * Bytes of a text file as text, without its byte order mark.
 *
 * Order: byte order mark, the encoding stated, strict UTF-8, UTF-16 on strong evidence, strict GB18030
 * if the result reads as Chinese. Nothing is ever replaced in silence.
 * Errors: `UserError` for empty, binary and undecodable input. Cost: linear.
 */
export function decodeText(bytes: Uint8Array, context: DecodeContext): Decoded {
  const { path } = context;
  if (bytes.length === 0) throw new UserError('ingest/empty', { path });
  const marked = BOMS.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte))?.[0];
  const stated = context.encoding === undefined ? undefined : canonicalEncoding(context.encoding);
  const encoding = marked ?? stated;
  const decoded =
    encoding === undefined
      ? decodeUnknown(bytes, path)
      : { text: decodeAs(bytes, encoding, path), encoding, diagnostics: [] };
  rejectUnreadable(decoded.text, bytes, path);
  return { ...decoded, diagnostics: [...decoded.diagnostics, ...remarks(decoded, stated)] };
}

/** The WHATWG name behind a label (`GB2312` → `gbk`). Errors: `UserError` for labels nobody knows. */
function canonicalEncoding(label: string): string {
  try {
    return new TextDecoder(label.trim()).encoding;
  } catch {
    throw new UserError('ingest/unknown-encoding', { encoding: label });
  }
}

function decodeUnknown(bytes: Uint8Array, path: string): Decoded {
  const hasNul = bytes.includes(0);
  if (isUtf8(bytes) && !hasNul) {
    return { text: decodeAs(bytes, 'utf-8', path), encoding: 'utf-8', diagnostics: [] };
  }
  const wide = decodeWide(bytes);
  if (wide !== undefined) return wide;
  if (hasNul) throw new UserError('ingest/binary', { path, offset: bytes.indexOf(0) });
  const { offset, cutOff } = firstInvalid(bytes, 'utf-8');
  const at = { path, offset, line: lineOf(bytes, offset) };
  if (cutOff && bytes.subarray(0, offset).some((byte) => byte >= 0x80)) {
    throw new UserError('ingest/cut-off', at);
  }
  const text = tryDecode(bytes, 'gb18030');
  if (text === undefined || !isPlausibleChinese(text)) throw new UserError('ingest/not-utf8', at);
  return { text, encoding: 'gb18030', diagnostics: [foundEncoding('gb18030')] };
}

/** Share of zero bytes from which Latin text in UTF-16 is told from binary data: one byte in two, less the Chinese. */
const LEAST_ZEROS = 0.4;

/** UTF-16 without a mark: Chinese that reads well in one byte order, or Latin whose zeros all stand on one side. */
function decodeWide(bytes: Uint8Array): Decoded | undefined {
  if (bytes.length % 2 !== 0) return undefined;
  for (const encoding of ['utf-16le', 'utf-16be']) {
    const text = tryDecode(bytes, encoding);
    if (text === undefined || text.includes('\0')) continue;
    if (isPlausibleChinese(text) || zerosOnOneSide(bytes, encoding === 'utf-16le' ? 1 : 0)) {
      return { text, encoding, diagnostics: [foundEncoding(encoding)] };
    }
  }
  return undefined;
}

function zerosOnOneSide(bytes: Uint8Array, side: 0 | 1): boolean {
  let zeros = 0;
  for (let i = side; i < bytes.length; i += 2) if (bytes[i] === 0) zeros += 1;
  return zeros >= LEAST_ZEROS * bytes.length;
}

function decodeAs(bytes: Uint8Array, encoding: string, path: string): string {
  const text = tryDecode(bytes, encoding);
  if (text !== undefined) return text;
  const { offset, cutOff } = firstInvalid(bytes, encoding);
  const at = { path, offset, line: lineOf(bytes, offset) };
  if (cutOff) throw new UserError('ingest/cut-off', at);
  throw new UserError('ingest/bad-encoding', { ...at, encoding });
}

function tryDecode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const CHUNK = 1 << 16;

/**
 * Byte offset of the first sequence that fits no character, or where the input is cut off.
 *
 * The decoder does not say where it failed: feed it in chunks, then the chunk that failed byte by byte.
 * Exact for UTF-8; for other encodings the last byte of the sequence. Cost: linear.
 */
function firstInvalid(bytes: Uint8Array, encoding: string): { offset: number; cutOff: boolean } {
  const probe = new TextDecoder(encoding, { fatal: true });
  let from = 0;
  while (from < bytes.length && feeds(probe, bytes.subarray(from, from + CHUNK))) from += CHUNK;
  const exact = new TextDecoder(encoding, { fatal: true });
  const head = exact.decode(bytes.subarray(0, from), { stream: true });
  let text = head;
  for (let i = from; i < bytes.length; i += 1) {
    try {
      text += exact.decode(bytes.subarray(i, i + 1), { stream: true });
    } catch {
      return { offset: encoding === 'utf-8' ? utf8Length(text, bytes) : i, cutOff: false };
    }
  }
  return {
    offset: encoding === 'utf-8' ? utf8Length(text, bytes) : bytes.length - 1,
    cutOff: true,
  };
}

function feeds(decoder: InstanceType<typeof TextDecoder>, bytes: Uint8Array): boolean {
  try {
    decoder.decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function utf8Length(text: string, bytes: Uint8Array): number {
  return (
    Buffer.byteLength(text) + (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0)
  );
}

function lineOf(bytes: Uint8Array, offset: number): number {
  let line = 1;
  for (let i = 0; i < offset; i += 1) if (bytes[i] === 10) line += 1;
  return line;
}

/** More control characters than this in a text make it binary data; extractors leave a few. */
const MOST_CONTROLS = 0.005;
const CONTROLS = /[\0-\x08\x0e-\x1a\x1c-\x1f]/g;

function rejectUnreadable(text: string, bytes: Uint8Array, path: string): void {
  const nul = text.indexOf('\0');
  if (nul >= 0)
    throw new UserError('ingest/binary', { path, offset: Math.max(0, bytes.indexOf(0)) });
  if (!/\S/.test(text)) throw new UserError('ingest/empty', { path });
  const first = text.search(CONTROLS);
  if (first < 0) return;
  const controls = text.match(CONTROLS)?.length ?? 0;
  if (controls > MOST_CONTROLS * text.length) {
    throw new UserError('ingest/binary', { path, offset: Buffer.byteLength(text.slice(0, first)) });
  }
}

function foundEncoding(encoding: string): Diagnostic {
  return {
    code: 'ingest/found-encoding',
    severity: 'info',
    message: `The file is not UTF-8; it was read as ${encoding}.`,
    params: { encoding },
  };
}

function remarks(decoded: Decoded, stated: string | undefined): Diagnostic[] {
  const found: Diagnostic[] = [];
  const { text, encoding } = decoded;
  if (stated !== undefined && stated !== encoding) {
    found.push({
      code: 'ingest/encoding-ignored',
      severity: 'warning',
      message: `The file begins with a ${encoding} mark; the stated encoding ${stated} was ignored.`,
      params: { encoding, stated },
    });
  }
  return [...found, ...lostCharacters(text)];
}
