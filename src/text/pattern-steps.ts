/** What a pattern may cost; of one that is refused outright, why. */
type PatternCost =
  | { readonly kind: 'compile'; readonly why: string }
  | { readonly kind: 'long' }
  | { readonly kind: 'back-reference' }
  | { readonly kind: 'unbounded' }
  /** At most so many steps from one place of a text, whatever the text. */
  | { readonly kind: 'steps'; readonly steps: number };

/** Characters of a pattern, and groups inside each other: longer ones the machine's own engine refuses only while it matches. */
const LONGEST = 4_000;
const DEEPEST = 50;
/** Counting stops here. */
const MANY = 1e9;

/**
 * Counts the steps that a backtracking engine can take from one place.
 *
 * Every choice it may have to undo (the length of a repetition, the branch of an alternation) multiplies the ways that what
 * follows is tried in; a step is one part tried in one way. Plain words that cannot stand at one place together are no
 * choice, nor is what a look ahead or behind has found. Back-references have no bound, nor has unbounded repetition, unless the
 * texts have one.
 *
 * *In*: the source of a regular expression for flag `u`; how long the texts are at most, where that is little.
 */
export function patternCost(source: string, longest?: number): PatternCost {
  if (source.length > LONGEST || depthOf(source) > DEEPEST) return { kind: 'long' };
  const why = compileError(source);
  if (why !== undefined) return { kind: 'compile', why };
  if (/\\(?:[1-9]|k<)/u.test(source)) return { kind: 'back-reference' };
  const reader: Reader = { source, longest, at: 0, unbounded: false, backwards: false };
  const { steps } = readAlternation(reader);
  return reader.unbounded ? { kind: 'unbounded' } : { kind: 'steps', steps };
}

/** Brackets inside each other, at most: those of classes and escapes counted too. */
function depthOf(source: string): number {
  let [depth, deepest] = [0, 0];
  for (const char of source) {
    if (char === '(') depth += 1;
    if (char === ')') depth -= 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

function compileError(source: string): string | undefined {
  try {
    new RegExp(source, 'u');
    return undefined;
  } catch (error) {
    return (error as Error).message.replace(/^Invalid regular expression: /u, '');
  }
}

/** A cursor over a source that is known to compile. */
interface Reader {
  readonly source: string;
  readonly longest: number | undefined;
  at: number;
  unbounded: boolean;
  /** Inside a look behind, which begins with its last part. */
  backwards: boolean;
}

/** Ways a part can match from one place, and steps it takes to have tried them all. */
interface Cost {
  readonly ways: number;
  readonly steps: number;
}

const ONE: Cost = { ways: 1, steps: 1 };
/** A class of Unicode is looked up in hundreds of ranges: five times as long, measured. */
const PROPERTY: Cost = { ways: 1, steps: 5 };

/** `a|b|c`: the sum over its branches. Stops before `)` or at the end. */
function readAlternation(reader: Reader): Cost {
  const branches: { cost: Cost; source: string }[] = [];
  do {
    if (branches.length > 0) reader.at += 1;
    const start = reader.at;
    const cost = readSequence(reader);
    branches.push({ cost, source: reader.source.slice(start, reader.at) });
  } while (reader.source[reader.at] === '|');
  const sum = (of: (cost: Cost) => number): number =>
    capped(branches.reduce((total, { cost }) => total + of(cost), 0));
  const words = branches.map(({ source }) => source);
  return {
    ways: branches.length > 1 && areApart(words) ? 1 : sum(({ ways }) => ways),
    steps: sum(({ steps }) => steps),
  };
}

/** Plain words none of which begins another: at most one of them stands at a place. */
function areApart(words: readonly string[]): boolean {
  if (!words.every((word) => /^[\p{L}\p{N}]+$/u.test(word))) return false;
  const sorted = [...words].sort();
  return sorted.every((word, i) => sorted[i + 1]?.startsWith(word) !== true);
}

/** `abc`: each part is tried in all the ways of those before it. */
function readSequence(reader: Reader): Cost {
  const parts: Cost[] = [];
  while (reader.at < reader.source.length && !'|)'.includes(reader.source.charAt(reader.at)))
    parts.push(repeated(readAtom(reader), readQuantifier(reader)));
  if (reader.backwards) parts.reverse();
  let [ways, steps] = [1, 0];
  for (const part of parts) {
    steps = capped(steps + ways * part.steps);
    ways = capped(ways * part.ways);
  }
  return { ways, steps };
}

function readAtom(reader: Reader): Cost {
  const { source } = reader;
  const first = source.charAt(reader.at);
  if (first === '(') return readGroup(reader);
  if (first === '[') {
    const close = /(?:\\.|[^\]\\])*\]/suy;
    close.lastIndex = reader.at + 1;
    const [listed = ']'] = close.exec(source) ?? [];
    reader.at += 1 + listed.length;
    return /\\[pP]/.test(listed) ? PROPERTY : ONE;
  }
  // An escape may have a tail in braces or hexadecimal digits: \p{Script=Han}, \u4e00.
  const escaped = /\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|c[A-Za-z]|.)/suy;
  escaped.lastIndex = reader.at;
  const [atom = first] = escaped.exec(source) ?? [];
  reader.at += atom.length;
  return /^\\[pP]/.test(atom) ? PROPERTY : ONE;
}

function readGroup(reader: Reader): Cost {
  const open = /\((?:\?(?:<[=!]|[:=!]|<[^>]*>))?/uy;
  open.lastIndex = reader.at;
  const [opened = '('] = open.exec(reader.source) ?? [];
  reader.at += opened.length;
  const { backwards } = reader;
  if (/[=!]$/.test(opened)) reader.backwards = opened.includes('<');
  const { ways, steps } = readAlternation(reader);
  reader.backwards = backwards;
  reader.at += 1;
  return { ways: /[=!]$/.test(opened) ? 1 : ways, steps: steps + 1 };
}

interface Repetition {
  readonly min: number;
  readonly max: number;
}

function readQuantifier(reader: Reader): Repetition {
  const quantifier = /(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})\??/uy;
  quantifier.lastIndex = reader.at;
  const match = quantifier.exec(reader.source);
  if (match === null) return { min: 1, max: 1 };
  reader.at += match[0].length;
  if (match[1] === '?') return { min: 0, max: 1 };
  const min = Number(match[2] ?? 0);
  const isBounded = match[1] === undefined && (match[3] === undefined || match[4] !== '');
  if (!isBounded) {
    reader.unbounded ||= reader.longest === undefined;
    return { min, max: Math.max(min, reader.longest ?? 0) };
  }
  return { min, max: match[3] === undefined ? min : Number(match[4]) };
}

/** Each further time is tried in all the ways of the times before it. */
function repeated({ ways, steps }: Cost, { min, max }: Repetition): Cost {
  if (ways === 1) return { ways: capped(max - min + 1), steps: capped(steps * Math.max(1, max)) };
  const total = { ways: 0, steps: 0 };
  for (let [count, before] = [0, 1]; count <= max && total.steps < MANY; count += 1) {
    if (count >= min) total.ways = capped(total.ways + before);
    if (count < max) total.steps = capped(total.steps + before * steps);
    before = capped(before * ways);
  }
  return total.ways === 0 ? { ways: MANY, steps: MANY } : total;
}

function capped(number: number): number {
  return Math.min(number, MANY);
}
