/** One occurrence of a needle: `needle` is its index, `[start, end)` its place in the text. */
export interface Occurrence {
  readonly needle: number;
  readonly start: number;
  readonly end: number;
}

/** All needles in one machine: reads a text once, whatever the number of needles. */
export interface Automaton {
  readonly find: (text: string) => Occurrence[];
}

interface Node {
  readonly next: Map<number, Node>;
  /** Where the longest proper suffix leads that begins a needle too; the root has none. */
  fail: Node | undefined;
  /** Needles that end here, those of the fail chain included. */
  ends: readonly Needle[];
}

interface Needle {
  readonly index: number;
  readonly length: number;
}

/**
 * Builds an Aho–Corasick automaton over code units.
 *
 * Latin letters match in either case and full-width ASCII matches half-width, so that `5Ｇ` is `5G`.
 * *Out*: `find` gives every occurrence, overlapping ones too, by end, then longest first.
 * *Cost*: linear in the needles to build, linear in text plus occurrences to run.
 * *Source*: Aho & Corasick, Efficient string matching, CACM 18 (1975).
 */
export function buildAutomaton(needles: readonly string[]): Automaton {
  const root = newNode();
  for (const [index, needle] of needles.entries()) if (needle !== '') insert(root, needle, index);
  linkFails(root);
  // Most characters begin no needle: a flat table answers that without hashing.
  const begins = new Uint8Array(0x10000);
  for (const unit of root.next.keys()) begins[unit] = 1;
  return { find: (text) => run(root, begins, text) };
}

/** Code unit under which a character is compared: half-width, lower case. */
function foldUnit(unit: number): number {
  const half = unit >= 0xff01 && unit <= 0xff5e ? unit - 0xfee0 : unit;
  return half >= 0x41 && half <= 0x5a ? half + 0x20 : half;
}

function newNode(): Node {
  return { next: new Map(), fail: undefined, ends: [] };
}

function insert(root: Node, needle: string, index: number): void {
  let at = root;
  for (let i = 0; i < needle.length; i++) {
    const unit = foldUnit(needle.charCodeAt(i));
    let to = at.next.get(unit);
    if (to === undefined) {
      to = newNode();
      at.next.set(unit, to);
    }
    at = to;
  }
  at.ends = [...at.ends, { index, length: needle.length }];
}

function linkFails(root: Node): void {
  const queue = [root];
  // Breadth first: the list grows while it is walked.
  for (const node of queue)
    for (const [unit, child] of node.next) {
      child.fail = node.fail === undefined ? root : step(node.fail, unit);
      child.ends = [...child.ends, ...child.fail.ends];
      queue.push(child);
    }
}

function step(from: Node, unit: number): Node {
  let at = from;
  for (;;) {
    const to = at.next.get(unit);
    if (to !== undefined) return to;
    if (at.fail === undefined) return at;
    at = at.fail;
  }
}

function run(root: Node, begins: Uint8Array, text: string): Occurrence[] {
  const found: Occurrence[] = [];
  let at = root;
  for (let i = 0; i < text.length; i++) {
    const unit = foldUnit(text.charCodeAt(i));
    if (at === root && begins[unit] === 0) continue;
    at = step(at, unit);
    for (const { index, length } of at.ends)
      found.push({ needle: index, start: i + 1 - length, end: i + 1 });
  }
  return found;
}
