const LESS = 0x3c;
const GREATER = 0x3e;
const SLASH = 0x2f;
const EQUALS = 0x3d;
const AMPERSAND = 0x26;

/** Longest reference to a character or an entity, `&#x10ffff;`. */
const LONGEST_REFERENCE = 16;

/**
 * Whether a part keeps the rules of XML: elements closed in their order, attributes quoted, references
 * ended, no byte that is none. Readers pass over what breaks them, and with it over text.
 *
 * Entities and document types are the reader's business. Cost: linear. Source: XML 1.0, 2.1.
 */
export function isWellFormed(bytes: Uint8Array): boolean {
  const view = narrow(bytes);
  if (view.includes(0)) return false;
  const open: string[] = [];
  let at = view[0] === 0xef ? 3 : 0;
  let roots = 0;
  for (;;) {
    const next = view.indexOf(LESS, at);
    const end = next < 0 ? view.length : next;
    if (open.length === 0 ? !isBlank(view, at, end) : !referencesEnd(view, at, end)) return false;
    if (next < 0) return open.length === 0 && roots === 1;
    const { after, opens } = markupAt(view, next, open);
    if (after < 0) return false;
    if (opens) roots += 1;
    at = after;
  }
}

/** In UTF-8, whatever it was in. */
function narrow(bytes: Uint8Array): Buffer {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe)
    return Buffer.from(new TextDecoder('utf-16le').decode(bytes));
  if (first === 0xfe && second === 0xff)
    return Buffer.from(new TextDecoder('utf-16be').decode(bytes));
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

interface Markup {
  /** Where it ends; negative where it breaks the rules. */
  readonly after: number;
  /** It is the element that holds all others. */
  readonly opens: boolean;
}

const BROKEN: Markup = { after: -1, opens: false };

/** Forms that hold no elements: where they begin and how they end. */
const OTHERS = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
  ['<!', '>'],
] as const;

function markupAt(view: Buffer, at: number, open: string[]): Markup {
  const sign = view[at + 1];
  if (sign === SLASH) return { after: closeAt(view, at + 2, open), opens: false };
  if (sign !== 0x21 && sign !== 0x3f) return openAt(view, at + 1, open);
  for (const [begin, end] of OTHERS) {
    if (view.toString('latin1', at, at + begin.length) !== begin) continue;
    const ended = view.indexOf(end, at + begin.length);
    return ended < 0 ? BROKEN : { after: ended + end.length, opens: false };
  }
  return BROKEN;
}

function closeAt(view: Buffer, start: number, open: string[]): number {
  const end = nameEnd(view, start);
  if (open.pop() !== view.toString('latin1', start, end)) return -1;
  const after = blanksEnd(view, end);
  return view[after] === GREATER ? after + 1 : -1;
}

function openAt(view: Buffer, start: number, open: string[]): Markup {
  const end = nameEnd(view, start);
  if (end === start) return BROKEN;
  const opens = open.length === 0;
  let at = end;
  for (;;) {
    const next = blanksEnd(view, at);
    if (view[next] === GREATER) {
      open.push(view.toString('latin1', start, end));
      return { after: next + 1, opens };
    }
    if (view[next] === SLASH)
      return view[next + 1] === GREATER ? { after: next + 2, opens } : BROKEN;
    if (next === at) return BROKEN;
    at = attributeEnd(view, next);
    if (at < 0) return BROKEN;
  }
}

function attributeEnd(view: Buffer, start: number): number {
  const end = nameEnd(view, start);
  const equals = blanksEnd(view, end);
  if (end === start || view[equals] !== EQUALS) return -1;
  const from = blanksEnd(view, equals + 1);
  const quote = view[from];
  if (quote !== 0x22 && quote !== 0x27) return -1;
  for (let at = from + 1; at < view.length; at += 1) {
    const byte = view[at];
    if (byte === quote) return referencesEnd(view, from + 1, at) ? at + 1 : -1;
    if (byte === LESS) return -1;
  }
  return -1;
}

function isBlankByte(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

function isBlank(view: Buffer, from: number, to: number): boolean {
  return blanksEnd(view, from) >= to;
}

function blanksEnd(view: Buffer, start: number): number {
  let at = start;
  while (isBlankByte(view[at])) at += 1;
  return at;
}

/** Letters, digits, `-._:` and whatever is no ASCII; a name begins with none of `-.0-9`. */
function nameEnd(view: Buffer, start: number): number {
  const first = view[start] ?? 0;
  if (first < 0x3a) return start;
  let at = start;
  while (isNameByte(view[at])) at += 1;
  return at;
}

function isNameByte(byte: number | undefined): boolean {
  if (byte === undefined) return false;
  if (byte >= 0x80) return true;
  if (byte >= 0x61 && byte <= 0x7a) return true;
  if (byte >= 0x41 && byte <= 0x5a) return true;
  return (byte >= 0x30 && byte <= 0x3a) || byte === 0x5f || byte === 0x2d || byte === 0x2e;
}

/** Whether every `&` begins a reference that ends. */
function referencesEnd(view: Buffer, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    if (view[at] !== AMPERSAND) continue;
    const text = view.toString('latin1', at, Math.min(to, at + LONGEST_REFERENCE));
    if (!/^&(?:#\d+|#x[\da-f]+|[a-z]\w*);/i.test(text)) return false;
  }
  return true;
}
