import type { Background } from './background.js';
import { segmentWords } from './words.js';

/** Rarity is capped where the background has seen nothing: one in e^11 sentences. */
export const MAX_INFORMATION = 11;

/**
 * Gives each key (a whole number below 2^48) a small id in order of first sight.
 *
 * An open hash table: a `Map` would keep a boxed number for every key, half a million of them in a long document.
 */
export class Interner {
  readonly keys: number[] = [];
  private slots: Int32Array;
  /** *In* how many keys are expected; more make it grow. */
  constructor(expected = 1 << 12) {
    this.slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * Math.max(8, expected)))).fill(-1);
  }
  get size(): number {
    return this.keys.length;
  }
  id(key: number): number {
    let slot = this.slotOf(key);
    if (this.slots[slot]! >= 0) return this.slots[slot]!;
    if (this.keys.length * 2 >= this.slots.length) {
      this.grow();
      slot = this.slotOf(key);
    }
    this.slots[slot] = this.keys.length;
    this.keys.push(key);
    return this.keys.length - 1;
  }
  /** The id of a key, −1 for one that has none. */
  find(key: number): number {
    return this.slots[this.slotOf(key)]!;
  }
  /** Where the key stands, or the empty slot where it belongs. */
  private slotOf(key: number): number {
    const mask = this.slots.length - 1;
    const high = Math.floor(key / 4294967296);
    let hash = Math.imul(key | 0, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    let slot = (hash ^ (hash >>> 13)) & mask;
    while (this.slots[slot]! >= 0 && this.keys[this.slots[slot]!] !== key) slot = (slot + 1) & mask;
    return slot;
  }
  private grow(): void {
    this.slots = new Int32Array(this.slots.length * 2).fill(-1);
    for (const [id, key] of this.keys.entries()) this.slots[this.slotOf(key)] = id;
  }
}

/** Words of a paper by id: those of the background, then single unknown characters and numbers. */
export class WordTable {
  /** The background's number of each word, or the text of one it does not know. */
  readonly keys: (number | string)[] = [];
  private readonly ids = new Map<number | string, number>();
  constructor(private readonly background: Background) {}
  /** Cut a run of characters into words and add their ids. */
  pushIds(run: string, out: number[]): void {
    let at = 0;
    for (const id of segmentWords(this.background, run)) {
      const length = id < 0 ? 1 : this.background.words[id]!.length;
      out.push(this.idOf(id < 0 ? run.slice(at, at + length) : id));
      at += length;
    }
  }
  unknownId(text: string): number {
    return this.idOf(text);
  }
  private idOf(key: number | string): number {
    let id = this.ids.get(key);
    if (id === undefined) {
      id = this.keys.length;
      this.keys.push(key);
      this.ids.set(key, id);
    }
    return id;
  }
}
