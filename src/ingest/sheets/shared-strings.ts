/** Flags of a text. Source: MS-XLS 2.5.293, XLUnicodeRichExtendedString. */
const WIDE = 1;
const EXTENDED = 4;
const RICH = 8;
const RUN = 4;

/**
 * How many texts the list of a workbook holds; `undefined` where it is not what it says: a text goes
 * on behind its end, or what is left is no text.
 *
 * `bodies`: that of its record and of those that continue it. Cost: linear in the number of texts.
 * Source: MS-XLS 2.4.265.
 */
export function checkSharedStrings(bodies: readonly Buffer[]): number | undefined {
  const cursor = { bodies, part: 0, at: 0 };
  try {
    skip(cursor, 4);
    const count = number(cursor, 4);
    for (let i = 0; i < count; i += 1) skipText(cursor);
    return isAtEnd(cursor) ? count : undefined;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

interface Cursor {
  readonly bodies: readonly Buffer[];
  part: number;
  at: number;
}

/** What is left of the record; at its end, of the next. */
function left(cursor: Cursor): number {
  const length = cursor.bodies[cursor.part]?.length;
  if (length === undefined) throw new RangeError('the list ends');
  if (cursor.at < length) return length - cursor.at;
  cursor.part += 1;
  cursor.at = 0;
  return left(cursor);
}

function skip(cursor: Cursor, count: number): void {
  for (let rest = count; rest > 0; ) {
    const step = Math.min(rest, left(cursor));
    cursor.at += step;
    rest -= step;
  }
}

function number(cursor: Cursor, bytes: number): number {
  let value = 0;
  for (let i = 0; i < bytes; i += 1) {
    left(cursor);
    value += (cursor.bodies[cursor.part]?.[cursor.at] ?? 0) * 2 ** (8 * i);
    cursor.at += 1;
  }
  return value;
}

function skipText(cursor: Cursor): void {
  const characters = number(cursor, 2);
  let flags = number(cursor, 1);
  const runs = (flags & RICH) === 0 ? 0 : number(cursor, 2);
  const more = (flags & EXTENDED) === 0 ? 0 : number(cursor, 4);
  for (let rest = characters; rest > 0; ) {
    const { part } = cursor;
    const here = left(cursor);
    // A text that goes on in the next record says anew how wide it is.
    if (cursor.part !== part) {
      flags = number(cursor, 1);
      continue;
    }
    const width = (flags & WIDE) === 0 ? 1 : 2;
    const step = Math.min(rest, Math.floor(here / width));
    if (step === 0) throw new RangeError('half a character');
    cursor.at += step * width;
    rest -= step;
  }
  skip(cursor, runs * RUN + more);
}

function isAtEnd({ bodies, part, at }: Cursor): boolean {
  const rest = bodies.slice(part + 1).every(({ length }) => length === 0);
  return rest && at >= (bodies[part]?.length ?? 0);
}
