/** What an RTF file is made of. Source: Rich Text Format specification 1.9.1, "RTF syntax". */
export type RtfToken =
  | { readonly type: 'open' }
  | { readonly type: 'close' }
  | { readonly type: 'word'; readonly name: string; readonly value: number | undefined }
  /** `\~`, `\*` …: a backslash and one character that is no letter. */
  | { readonly type: 'symbol'; readonly name: string }
  | { readonly type: 'byte'; readonly value: number };

const BACKSLASH = 0x5c;
const OPEN = 0x7b;
const CLOSE = 0x7d;
const APOSTROPHE = 0x27;

/** Longest control word and number; longer ones are damage and are cut. */
const LONGEST = 32;

/** Tokens of a file, one after another. Cost: linear. */
export function* rtfTokens(bytes: Uint8Array): Generator<RtfToken> {
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at];
    if (byte === OPEN || byte === CLOSE) {
      yield { type: byte === OPEN ? 'open' : 'close' };
      at += 1;
    } else if (byte === BACKSLASH) {
      const { token, next } = controlAt(bytes, at + 1);
      if (token !== undefined) yield token;
      at = next;
      // Raw data of the given length.
      if (token?.type === 'word' && token.name === 'bin') at += Math.max(0, token.value ?? 0);
    } else {
      // Line ends are the writer's, not the text's.
      if (byte !== undefined && byte !== 10 && byte !== 13 && byte !== 0)
        yield { type: 'byte', value: byte };
      at += 1;
    }
  }
}

interface Control {
  readonly token: RtfToken | undefined;
  readonly next: number;
}

function controlAt(bytes: Uint8Array, at: number): Control {
  const byte = bytes[at];
  if (byte === undefined) return { token: undefined, next: at };
  if (isLetter(byte)) return wordAt(bytes, at);
  if (byte === APOSTROPHE) {
    const hex = latin(bytes, at + 1, at + 3);
    const value = /^[0-9a-f]{2}$/i.test(hex) ? Number.parseInt(hex, 16) : undefined;
    return value === undefined
      ? { token: undefined, next: at + 1 }
      : { token: { type: 'byte', value }, next: at + 3 };
  }
  // `\` before a line end is a paragraph.
  if (byte === 10 || byte === 13) {
    const next = byte === 13 && bytes[at + 1] === 10 ? at + 2 : at + 1;
    return { token: { type: 'word', name: 'par', value: undefined }, next };
  }
  if (byte === BACKSLASH || byte === OPEN || byte === CLOSE)
    return { token: { type: 'byte', value: byte }, next: at + 1 };
  return { token: { type: 'symbol', name: String.fromCharCode(byte) }, next: at + 1 };
}

function wordAt(bytes: Uint8Array, start: number): Control {
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
  return { token: { type: 'word', name, value }, next: at };
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
