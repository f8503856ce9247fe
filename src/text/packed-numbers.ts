/** Whole numbers and texts as few bytes: what is kept of prepared papers and of indexes. */

/** Writes whole numbers of any size up to 2^53, small ones in one byte (LEB128), and texts. */
export class PackedWriter {
  private bytes: Uint8Array;
  private size = 0;
  /** *In* how many bytes are expected; more make it grow. */
  constructor(expected = 1 << 12) {
    this.bytes = new Uint8Array(expected);
  }
  get length(): number {
    return this.size;
  }
  /** *In* a whole number, 0 or more. */
  number(value: number): void {
    this.room(8);
    let rest = value;
    while (rest >= 128) {
      this.bytes[this.size++] = (rest % 128) + 128;
      rest = Math.floor(rest / 128);
    }
    this.bytes[this.size++] = rest;
  }
  /** A whole number of either sign. */
  signed(value: number): void {
    this.number(value < 0 ? -2 * value - 1 : 2 * value);
  }
  /** How many there are, then each. */
  numbers(values: ArrayLike<number>): void {
    this.number(values.length);
    for (let i = 0; i < values.length; i += 1) this.number(values[i] ?? 0);
  }
  /** The same for numbers that mostly rise: the steps between them. */
  rising(values: ArrayLike<number>): void {
    this.number(values.length);
    let last = 0;
    for (let i = 0; i < values.length; i += 1) {
      const value = values[i] ?? 0;
      this.signed(value - last);
      last = value;
    }
  }
  text(value: string): void {
    const bytes = new TextEncoder().encode(value);
    this.number(bytes.length);
    this.room(bytes.length);
    this.bytes.set(bytes, this.size);
    this.size += bytes.length;
  }
  clear(): void {
    this.size = 0;
  }
  append(other: PackedWriter): void {
    this.room(other.size);
    this.bytes.set(other.bytes.subarray(0, other.size), this.size);
    this.size += other.size;
  }
  done(): Uint8Array {
    return this.bytes.slice(0, this.size);
  }
  private room(more: number): void {
    if (this.size + more <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(2 * this.bytes.length, this.size + more));
    larger.set(this.bytes);
    this.bytes = larger;
  }
}

/** Reads what `PackedWriter` wrote, in the same order. *Errors*: `RangeError` past the end. */
export class PackedReader {
  private at = 0;
  constructor(private readonly bytes: Uint8Array) {}
  /** Where the next number stands. */
  get place(): number {
    return this.at;
  }
  goTo(place: number): void {
    this.at = place;
  }
  number(): number {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.bytes[this.at++];
      if (byte === undefined) throw new RangeError('packed numbers are cut short');
      if (byte < 128) return value + byte * scale;
      value += (byte - 128) * scale;
    }
  }
  signed(): number {
    const value = this.number();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }
  numbers(): Int32Array {
    const out = new Int32Array(this.count());
    for (let i = 0; i < out.length; i += 1) out[i] = this.number();
    return out;
  }
  rising(): Int32Array {
    const out = new Int32Array(this.count());
    let last = 0;
    for (let i = 0; i < out.length; i += 1) {
      last += this.signed();
      out[i] = last;
    }
    return out;
  }
  text(): string {
    const length = this.count();
    this.at += length;
    return decoder.decode(this.bytes.subarray(this.at - length, this.at));
  }
  get isAtEnd(): boolean {
    return this.at === this.bytes.length;
  }
  /** A number of things that each take a byte at least. */
  private count(): number {
    const count = this.number();
    if (count > this.bytes.length - this.at) throw new RangeError('packed numbers are cut short');
    return count;
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
