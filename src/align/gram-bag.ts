/** Grams of several sentences as of one text, a bag of them. */
export interface GramBag {
  /** Each once, in the order of first sight. */
  readonly ids: Int32Array;
  /** How much more each weighs than a gram that stands once: 1 + ln of its count. */
  readonly factors: Float64Array;
}

/** What a section says: by its own sentences, and by all below it; one and the same where it has no sections of its own. */
export interface SectionBags {
  readonly own: GramBag;
  readonly all: GramBag;
}

/** Puts rows of grams into a bag; a row holds a gram once. *In* how many different grams there are. */
export function gramBagger(size: number): (rows: readonly Int32Array[]) => GramBag {
  const counts = new Int32Array(size);
  return (rows) => {
    const seen: number[] = [];
    for (const row of rows)
      for (const id of row) {
        if (counts[id] === 0) seen.push(id);
        counts[id]! += 1;
      }
    const ids = Int32Array.from(seen);
    const factors = new Float64Array(ids.length);
    let i = 0;
    for (const id of ids) {
      factors[i++] = 1 + Math.log(counts[id]!);
      counts[id] = 0;
    }
    return { ids, factors };
  };
}
