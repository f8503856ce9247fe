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
  readonly next: Map<number, number>;
  fail: number;
  /** Needles that end here, those of the fail chain included. */
  ends: readonly number[];
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
  const nodes: Node[] = [newNode()];
  needles.forEach((needle, index) => {
    if (needle !== '') insert(nodes, needle, index);
  });
  linkFails(nodes);
  const lengths = needles.map((needle) => needle.length);
  // Most characters begin no needle: a flat table answers that without hashing.
  const first = new Int32Array(0x10000);
  for (const [unit, to] of nodes[0]!.next) first[unit] = to;
  return { find: (text) => run(nodes, first, lengths, text) };
}

/** Code unit under which a character is compared: half-width, lower case. */
function foldUnit(unit: number): number {
  const half = unit >= 0xff01 && unit <= 0xff5e ? unit - 0xfee0 : unit;
  return half >= 0x41 && half <= 0x5a ? half + 0x20 : half;
}

function newNode(): Node {
  return { next: new Map(), fail: 0, ends: [] };
}

function insert(nodes: Node[], needle: string, index: number): void {
  let at = 0;
  for (let i = 0; i < needle.length; i++) {
    const unit = foldUnit(needle.charCodeAt(i));
    let to = nodes[at]!.next.get(unit);
    if (to === undefined) {
      to = nodes.length;
      nodes.push(newNode());
      nodes[at]!.next.set(unit, to);
    }
    at = to;
  }
  nodes[at]!.ends = [...nodes[at]!.ends, index];
}

function linkFails(nodes: Node[]): void {
  const queue = [...nodes[0]!.next.values()];
  for (let head = 0; head < queue.length; head++) {
    const node = nodes[queue[head]!]!;
    for (const [unit, to] of node.next) {
      const child = nodes[to]!;
      child.fail = step(nodes, node.fail, unit);
      child.ends = [...child.ends, ...nodes[child.fail]!.ends];
      queue.push(to);
    }
  }
}

function step(nodes: readonly Node[], from: number, unit: number): number {
  let at = from;
  for (;;) {
    const to = nodes[at]!.next.get(unit);
    if (to !== undefined) return to;
    if (at === 0) return 0;
    at = nodes[at]!.fail;
  }
}

function run(
  nodes: readonly Node[],
  first: Int32Array,
  lengths: readonly number[],
  text: string,
): Occurrence[] {
  const found: Occurrence[] = [];
  let at = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = foldUnit(text.charCodeAt(i));
    at = at === 0 ? first[unit]! : step(nodes, at, unit);
    if (at === 0) continue;
    for (const needle of nodes[at]!.ends) {
      found.push({ needle, start: i + 1 - lengths[needle]!, end: i + 1 });
    }
  }
  return found;
}
