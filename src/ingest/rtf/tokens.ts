/** What an RTF file is made of. Source: Rich Text Format specification 1.9.1, "RTF syntax". */
export type RtfToken =
  | { readonly type: 'open' }
  | { readonly type: 'close' }
  | RtfWord
  /** `\~`, `\*` …: a backslash and one character that is no letter. */
  | { readonly type: 'symbol'; readonly name: string }
  | { readonly type: 'byte'; readonly value: number };

export interface RtfWord {
  readonly type: 'word';
  readonly name: string;
  readonly value: number | undefined;
  /** It is the first of its group, or follows the `\*` that is. */
  readonly leads: boolean;
  readonly at: number;
}

const BACKSLASH = 0x5c;
const OPEN = 0x7b;
const CLOSE = 0x7d;
const APOSTROPHE = 0x27;

/** Longest control word and number; longer ones are damage and are cut. */
const LONGEST = 32;

/** Bytes that no writer puts between tokens. */
const isNoText = (byte: number): boolean => byte < 0x20 && byte !== 10 && byte !== 13 && byte !== 9;

/**
 * Tokens of a file, one after another. `damaged` is told where it breaks the rules: text follows the
 * end, a byte, a character or a number is none, raw data does not end its group. Cost: linear.
 */
export function* rtfTokens(bytes: Uint8Array, damaged: (at: number) => void): Generator<RtfToken> {
  let at = 0;
  let depth = 0;
  let ended = false;
  // What stands right behind the bracket that opened the group.
  let leads = false;
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0;
    const start = at;
    if (byte === OPEN || byte === CLOSE) {
      yield { type: byte === OPEN ? 'open' : 'close' };
      depth += byte === OPEN ? 1 : -1;
      leads = byte === OPEN;
      at += 1;
    } else if (byte === BACKSLASH) {
      const { token, next, broken } = controlAt(bytes, at + 1, leads);
      const isStar = token?.type === 'symbol' && token.name === '*';
      if (broken || (isStar && !leads)) damaged(at);
      if (token !== undefined && (!isStar || leads)) yield token;
      leads &&= isStar;
      at = next;
      if (token?.type === 'word' && token.name === 'bin')
        at = dataEnd(bytes, next, token.value ?? 0, damaged);
    } else {
      // Line ends are the writer's, not the text's.
      if (isNoText(byte)) {
        if (depth > 0 && !isNoText(bytes[at - 1] ?? 0)) damaged(at);
      } else if (byte !== 10 && byte !== 13) leads = false;
      if (byte !== 10 && byte !== 13 && byte !== 0) yield { type: 'byte', value: byte };
      at += 1;
    }
    // Whatever is not blank after the last bracket: an earlier one was no end.
    if (ended && depth <= 0 && byte > 0x20 && byte !== CLOSE) damaged(start);
    ended = depth <= 0;
  }
}

/** Raw data of the given length, which ends its group. */
function dataEnd(
  bytes: Uint8Array,
  start: number,
  length: number,
  damaged: (at: number) => void,
): number {
  const end = start + Math.max(0, length);
  let next = end;
  while (bytes[next] === 10 || bytes[next] === 13) next += 1;
  if (bytes[next] !== CLOSE) damaged(start);
  return end;
}

interface Control {
  readonly token: RtfToken | undefined;
  readonly next: number;
  /** It has no meaning. */
  readonly broken?: boolean;
}

function controlAt(bytes: Uint8Array, at: number, leads: boolean): Control {
  const byte = bytes[at];
  if (byte === undefined) return { token: undefined, next: at, broken: true };
  if (isLetter(byte)) return wordAt(bytes, at, leads);
  if (byte === APOSTROPHE) {
    const hex = latin(bytes, at + 1, at + 3);
    const value = /^[0-9a-f]{2}$/i.test(hex) ? Number.parseInt(hex, 16) : undefined;
    return value === undefined
      ? { token: undefined, next: at + 1, broken: true }
      : { token: { type: 'byte', value }, next: at + 3 };
  }
  // `\` before a line end is a paragraph.
  if (byte === 10 || byte === 13) {
    const next = byte === 13 && bytes[at + 1] === 10 ? at + 2 : at + 1;
    return { token: { type: 'word', name: 'par', value: undefined, leads: false, at }, next };
  }
  if (byte === BACKSLASH || byte === OPEN || byte === CLOSE)
    return { token: { type: 'byte', value: byte }, next: at + 1 };
  return { token: { type: 'symbol', name: String.fromCharCode(byte) }, next: at + 1 };
}

function wordAt(bytes: Uint8Array, start: number, leads: boolean): Control {
  let at = start;
  while (isLetter(bytes[at]) && at - start < LONGEST) at += 1;
  const name = latin(bytes, start, at);
  const from = at;
  if (bytes[at] === 0x2d) at += 1;
  while (isDigit(bytes[at]) && at - from < LONGEST) at += 1;
  const number = latin(bytes, from, at);
  const value = /\d/.test(number) ? Number(number) : undefined;
  if (value === undefined) at = from;
  // One blank belongs to the word.
  if (bytes[at] === 0x20) at += 1;
  const broken = name === 'u' && !isCharacter(value);
  return { token: { type: 'word', name, value, leads, at: start }, next: at, broken };
}

/** The number of a UTF-16 unit, which writers give as a signed one. */
function isCharacter(value: number | undefined): boolean {
  return value !== undefined && value >= -0x8000 && value <= 0xffff;
}

function latin(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.subarray(from, to)).toString('latin1');
}

function isLetter(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a));
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}
