import { type Phrase, phrase } from '../messages/index.js';

/** Why a pattern may not stand in a theme file, or `undefined` if it may. */
interface PatternFault {
  readonly problem: Phrase;
  readonly advice: Phrase;
}

/**
 * How many ways of matching from one start are allowed: the product of all choices of a pattern.
 * A 400-character sentence then costs at most about a million steps, a few milliseconds.
 */
const MAX_WAYS = 2_000;

/**
 * Says whether a pattern compiles and can never backtrack for long.
 *
 * The proof is a count. Every choice the engine may have to undo (the length of a repetition, the
 * branch of an alternation) multiplies the ways to match from one start; unbounded repetition and
 * back-references have no such bound and are refused, nested repetition multiplies as often as it
 * repeats. What passes is bounded by {@link MAX_WAYS} per start, on any input.
 *
 * *In*: the source of a regular expression for flag `u`.
 */
export function findPatternFault(source: string): PatternFault | undefined {
  const broken = compileError(source);
  if (broken !== undefined) {
    return {
      problem: phrase('pattern/compile', { why: phrase('regexp/syntax', { text: broken }) }),
      advice: phrase('pattern/compile.advice'),
    };
  }
  if (/\\(?:[1-9]|k<)/u.test(source)) {
    return {
      problem: phrase('pattern/back-reference'),
      advice: phrase('pattern/back-reference.advice'),
    };
  }
  const reader: Reader = { source, at: 0, unbounded: false };
  const ways = readAlternation(reader);
  if (reader.unbounded) {
    return {
      problem: phrase('pattern/unbounded'),
      advice: phrase('pattern/unbounded.advice'),
    };
  }
  if (ways > MAX_WAYS) {
    return {
      problem: phrase('pattern/slow'),
      advice: phrase('pattern/slow.advice'),
    };
  }
  if (new RegExp(source, 'u').test('')) {
    return {
      problem: phrase('pattern/empty'),
      advice: phrase('pattern/empty.advice'),
    };
  }
  return undefined;
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
  at: number;
  unbounded: boolean;
}

/** Ways of `a|b|c`: the sum over its branches. Stops before `)` or at the end. */
function readAlternation(reader: Reader): number {
  let ways = readSequence(reader);
  while (reader.source[reader.at] === '|') {
    reader.at++;
    ways += readSequence(reader);
  }
  return ways;
}

/** Ways of `abc`: the product over its parts. */
function readSequence(reader: Reader): number {
  let ways = 1;
  while (reader.at < reader.source.length && !'|)'.includes(reader.source.charAt(reader.at))) {
    ways *= repeated(readAtom(reader), readQuantifier(reader));
  }
  return ways;
}

function readAtom(reader: Reader): number {
  const { source } = reader;
  const first = source.charAt(reader.at);
  if (first === '(') return readGroup(reader);
  if (first === '[') {
    const close = /(?:\\.|[^\]\\])*\]/uy;
    close.lastIndex = reader.at + 1;
    reader.at += 1 + (close.exec(source)?.[0].length ?? 1);
    return 1;
  }
  // An escape may have a tail in braces or hexadecimal digits: \p{Script=Han}, \u4e00.
  const escaped = /\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|c[A-Za-z]|.)/uy;
  escaped.lastIndex = reader.at;
  reader.at += escaped.exec(source)?.[0].length ?? 1;
  return 1;
}

function readGroup(reader: Reader): number {
  const open = /\((?:\?(?:<[=!]|[:=!]|<[^>]*>))?/uy;
  open.lastIndex = reader.at;
  reader.at += open.exec(reader.source)?.[0].length ?? 1;
  const ways = readAlternation(reader);
  reader.at++;
  return ways;
}

interface Repetition {
  readonly min: number;
  readonly max: number;
}

function readQuantifier(reader: Reader): Repetition {
  const quantifier = /(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/uy;
  quantifier.lastIndex = reader.at;
  const match = quantifier.exec(reader.source);
  if (match === null) return { min: 1, max: 1 };
  reader.at += match[0].length;
  if (match[1] === '?') return { min: 0, max: 1 };
  const bounded = match[1] === undefined && (match[3] === '' || match[4] !== '');
  if (!bounded) reader.unbounded = true;
  const min = Number(match[2] ?? 0);
  return { min, max: match[3] === '' ? min : Number(match[4] || min) };
}

/** Sum over the allowed counts of ways^count, capped so that it stays a number. */
function repeated(ways: number, { min, max }: Repetition): number {
  if (ways === 1) return max - min + 1;
  let total = 0;
  for (let count = min; count <= max && total <= MAX_WAYS; count++) total += ways ** count;
  return Math.min(total, MAX_WAYS + 1);
}
