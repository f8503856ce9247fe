/** A stream inside a compound file. */
interface Stream {
  readonly bytes: Buffer;
  /** It is shorter than the directory says. */
  readonly isCut: boolean;
}

/** A file of streams: old Word and Excel. */
interface Compound {
  /** A stream of the outermost folder. Errors: `BrokenCompound`. */
  readonly stream: (name: string) => Stream | undefined;
}

/** A list of sectors that leads nowhere, or round. */
export class BrokenCompound extends Error {}

const MARK = Buffer.from('d0cf11e0a1b11ae1', 'hex');
/** Numbers from here on are no sectors: ends and gaps. */
const LAST_SECTOR = 0xfffffffa;
const NONE = 0xffffffff;
const HEAD = 512;
const LISTED_IN_HEAD = 109;
const ENTRY = 128;
const STREAM = 2;

/**
 * Open a compound file.
 *
 * Ours, as the libraries that read such files follow a list of sectors that goes round until memory
 * ends, and Node with it. Here no list is longer than the file.
 * Errors: `BrokenCompound`. Cost: linear. Source: MS-CFB 2.
 */
export function openCompound(bytes: Uint8Array): Compound {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.length < HEAD || !view.subarray(0, MARK.length).equals(MARK))
    throw new BrokenCompound('no head');
  const shift = view.readUInt16LE(30);
  if (shift !== 9 && shift !== 12) throw new BrokenCompound('sectors of no size');
  const size = 2 ** shift;
  const sector = (at: number): Buffer => view.subarray((at + 1) * size, (at + 2) * size);
  const next = Buffer.concat(fatSectors(view, size).map(sector));
  const chain = (start: number): Buffer => Buffer.concat(follow(start, next).map(sector));
  const entries = entriesOf(chain(view.readUInt32LE(48)));
  const [root] = entries;
  if (root === undefined) throw new BrokenCompound('no folder');
  const smallNext = chain(view.readUInt32LE(60));
  const small = 2 ** Math.min(9, view.readUInt16LE(32));
  const limit = view.readUInt32LE(56);
  return {
    stream(name) {
      const found = children(entries, root).find(
        (entry) => entry.type === STREAM && entry.name.toLowerCase() === name.toLowerCase(),
      );
      if (found === undefined) return undefined;
      const whole =
        found.size < limit
          ? smallChain(found.start, smallNext, chain(root.start), small)
          : chain(found.start);
      return { bytes: whole.subarray(0, found.size), isCut: whole.length < found.size };
    },
  };
}

/** Sectors that hold the list of what follows what. */
function fatSectors(view: Buffer, size: number): number[] {
  const found: number[] = [];
  const most = view.length / size;
  const add = (at: number): void => {
    if (found.length > most) throw new BrokenCompound('a list that goes round');
    if (at < LAST_SECTOR) found.push(at);
  };
  for (let i = 0; i < LISTED_IN_HEAD; i += 1) add(view.readUInt32LE(76 + 4 * i));
  let list = view.readUInt32LE(68);
  for (let step = 0; list < LAST_SECTOR; step += 1) {
    const place = (list + 1) * size;
    if (step > most || place + size > view.length) throw new BrokenCompound('a list that ends');
    for (let at = 0; at < size - 4; at += 4) add(view.readUInt32LE(place + at));
    list = view.readUInt32LE(place + size - 4);
  }
  return found;
}

/** The sectors from one on, as far as the list goes. */
function follow(start: number, next: Buffer): number[] {
  const sectors: number[] = [];
  for (let at = start; at < LAST_SECTOR; at = next.readUInt32LE(4 * at)) {
    sectors.push(at);
    if (sectors.length > next.length / 4) throw new BrokenCompound('a list that goes round');
    // The list ends before the stream does.
    if (4 * at + 4 > next.length) break;
  }
  return sectors;
}

function smallChain(start: number, next: Buffer, from: Buffer, size: number): Buffer {
  return Buffer.concat(follow(start, next).map((at) => from.subarray(at * size, (at + 1) * size)));
}

interface Entry {
  readonly name: string;
  readonly type: number;
  readonly before: number;
  readonly after: number;
  readonly inside: number;
  readonly start: number;
  readonly size: number;
}

function entriesOf(folder: Buffer): Entry[] {
  const entries: Entry[] = [];
  for (let at = 0; at + ENTRY <= folder.length; at += ENTRY) {
    const named = Math.min(64, folder.readUInt16LE(at + 64));
    entries.push({
      name: folder.toString('utf16le', at, at + Math.max(0, named - 2)),
      type: folder.readUInt8(at + 66),
      before: folder.readUInt32LE(at + 68),
      after: folder.readUInt32LE(at + 72),
      inside: folder.readUInt32LE(at + 76),
      start: folder.readUInt32LE(at + 116),
      size: folder.readUInt32LE(at + 120),
    });
  }
  return entries;
}

/** What lies in a folder: a tree of entries. */
function children(entries: readonly Entry[], folder: Entry): Entry[] {
  const found = new Set<Entry>();
  const open = [folder.inside];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const entry = at === NONE ? undefined : entries[at];
    if (entry === undefined || found.has(entry)) continue;
    found.add(entry);
    open.push(entry.before, entry.after);
  }
  return [...found];
}
