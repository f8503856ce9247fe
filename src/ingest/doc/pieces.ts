import { BrokenCompound, openCompound } from '../compound.js';
import type { Damage } from '../damage.js';

/** The stream of a Word file begins with these, and says where its pieces are listed. Source: MS-DOC 2.5. */
const MARK = 0xa5ec;
const WORD_97 = 0xc1;
const FLAGS = 10;
const SECOND_TABLE = 0x0200;
const PIECES_AT = 0x1a2;
/** What is in the list before the pieces, and the pieces. Source: MS-DOC 2.9.38. */
const CHANGES = 1;
const PIECES = 2;
const PLACE = 4;
const PIECE = 8;
const NARROW = 0x40000000;

/**
 * Look for pieces of the text of a Word file that lie outside of its stream, or were overwritten with
 * noughts: readers drop them. Files before Word 97 list no pieces. Cost: linear.
 */
export function checkPieces(bytes: Uint8Array, damage: Damage): void {
  try {
    const compound = openCompound(bytes);
    const stream = (name: string): Buffer => compound.stream(name)?.bytes ?? NOTHING;
    const text = stream('WordDocument');
    if (text.readUInt16LE(0) !== MARK || text.readUInt16LE(2) < WORD_97) return;
    const isSecond = (text.readUInt16LE(FLAGS) & SECOND_TABLE) !== 0;
    const [from, length] = [text.readUInt32LE(PIECES_AT), text.readUInt32LE(PIECES_AT + 4)];
    const list = stream(isSecond ? '1Table' : '0Table').subarray(from, from + length);
    for (const { start, end, width } of piecesIn(list)) {
      if (end > text.length) damage.place(text.length);
      for (let at = start; at + width <= Math.min(end, text.length); at += width) {
        if (!isNought(text, at, width)) continue;
        damage.place(at);
        break;
      }
    }
  } catch (error) {
    // What cannot be opened is said by the readers.
    if (!(error instanceof BrokenCompound || error instanceof RangeError)) throw error;
  }
}

const NOTHING = Buffer.alloc(0);

function isNought(text: Buffer, at: number, width: 1 | 2): boolean {
  return (width === 1 ? text[at] : text.readUInt16LE(at)) === 0;
}

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly width: 1 | 2;
}

function* piecesIn(list: Buffer): Generator<Piece> {
  let at = 0;
  while (list[at] === CHANGES) at += 3 + list.readUInt16LE(at + 1);
  if (list[at] !== PIECES) return;
  const count = (list.readUInt32LE(at + 1) - PLACE) / (PLACE + PIECE);
  const places = at + 5;
  const pieces = places + PLACE * (count + 1);
  for (let i = 0; i < count; i += 1) {
    const first = list.readUInt32LE(places + PLACE * i);
    const next = list.readUInt32LE(places + PLACE * (i + 1));
    const stated = list.readUInt32LE(pieces + PIECE * i + 2);
    const width = (stated & NARROW) === 0 ? 2 : 1;
    const offset = stated & (NARROW - 1);
    const start = width === 1 ? offset / 2 : offset;
    yield { start, end: start + width * Math.max(0, next - first), width };
  }
}
