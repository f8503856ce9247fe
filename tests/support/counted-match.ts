/**
 * A backtracking search that counts its steps, and texts made from a pattern to make it go back.
 *
 * Steps are counted, never timed: what grows is seen on sixty repetitions, on any machine. Repetition with an end counts
 * as a few: it is a factor, not growth.
 */
import { type AST, RegExpParser } from '@eslint-community/regexpp';

/** Where a match may end; `go` says whether what follows matches from there. */
type Matcher = (at: number, go: (at: number) => boolean) => boolean;

/** Times that a repetition with an end is tried at most, beyond those it asks for. */
const FEW = 4;
/** Counting stops here: two to the power of what is repeated. */
const MANY = 400_000;
/** Of a choice of more words not every one is repeated. */
const MOST_WORDS = 40;

class TooMany extends Error {}

/** Counts the steps to search a text through, from each of its places until something is found; `Infinity` is more than can be counted. */
export function stepCounter(source: string, flags: string): (text: string) => number {
  const run: Run = { chars: [], flags, steps: 0 };
  const match = anyOf(run, parse(source, flags).alternatives, 1);
  return (text) => {
    run.chars = [...text];
    run.steps = 0;
    try {
      searchThrough(run, match);
      return run.steps;
    } catch (error) {
      if (error instanceof TooMany) return Number.POSITIVE_INFINITY;
      throw error;
    }
  };
}

function searchThrough({ chars, flags }: Run, match: Matcher): void {
  let end = -1;
  const found = (at: number): boolean => {
    end = at;
    return true;
  };
  for (let start = 0; start <= chars.length; start += 1) {
    if (flags.includes('y') && start > 0) return;
    if (!match(start, found)) continue;
    if (!flags.includes('g')) return;
    start = Math.max(start, end - 1);
  }
}

interface Run {
  chars: readonly string[];
  readonly flags: string;
  steps: number;
}

type Direction = 1 | -1;

function parse(source: string, flags: string): AST.Pattern {
  return new RegExpParser().parsePattern(source, 0, source.length, {
    unicode: flags.includes('u'),
    unicodeSets: flags.includes('v'),
  });
}

function anyOf(run: Run, alternatives: readonly AST.Alternative[], way: Direction): Matcher {
  const all = alternatives.map(({ elements }) => inTurn(run, elements, way));
  const [only] = all;
  if (all.length === 1 && only !== undefined) return only;
  return (at, go) => all.some((match) => match(at, go));
}

function inTurn(run: Run, elements: readonly AST.Element[], way: Direction): Matcher {
  const parts = elements.map((element) => matcherOf(run, element, way));
  if (way === -1) parts.reverse();
  return parts.reduceRight<Matcher>(
    (rest, part) => (at, go) => part(at, (end) => rest(end, go)),
    (at, go) => go(at),
  );
}

function matcherOf(run: Run, node: AST.Element, way: Direction): Matcher {
  switch (node.type) {
    case 'Group':
    case 'CapturingGroup':
      return anyOf(run, node.alternatives, way);
    case 'Quantifier':
      return repeated(matcherOf(run, node.element, way), node);
    case 'Assertion':
      return asserted(run, node);
    case 'Backreference':
      if (node.ambiguous) throw new Error(`no steps are counted for ${node.raw}`);
      // All that its group may match: more texts, and no fewer steps.
      return matcherOf(run, node.resolved, way);
    default: {
      const fits = charTest(node.raw, run.flags);
      return (at, go) => {
        run.steps += 1;
        if (run.steps > MANY) throw new TooMany();
        const char = run.chars[way === 1 ? at : at - 1];
        return char !== undefined && fits(char) && go(at + way);
      };
    }
  }
}

function repeated(match: Matcher, { min, max, greedy }: AST.Quantifier): Matcher {
  const most = Number.isFinite(max) ? Math.min(max, min + FEW) : max;
  const from =
    (count: number): Matcher =>
    (at, go) => {
      const more = (): boolean =>
        count < most &&
        match(at, (end) => (end === at && count >= min ? false : from(count + 1)(end, go)));
      if (count < min) return more();
      return greedy ? more() || go(at) : go(at) || more();
    };
  return from(0);
}

function asserted(run: Run, node: AST.Assertion): Matcher {
  const isEnd = (at: number): boolean => run.flags.includes('m') && run.chars[at] === '\n';
  const isWord = (at: number): boolean => /\w/.test(run.chars[at] ?? '');
  switch (node.kind) {
    case 'start':
      return (at, go) => (at === 0 || isEnd(at - 1)) && go(at);
    case 'end':
      return (at, go) => (at === run.chars.length || isEnd(at)) && go(at);
    case 'word':
      return (at, go) => (isWord(at - 1) !== isWord(at)) !== node.negate && go(at);
    default: {
      const match = anyOf(run, node.alternatives, node.kind === 'lookbehind' ? -1 : 1);
      return (at, go) => match(at, () => true) !== node.negate && go(at);
    }
  }
}

function charTest(raw: string, flags: string): (char: string) => boolean {
  const pattern = new RegExp(`^${raw}$`, flags.replace(/[gymd]/g, ''));
  const known = new Map<string, boolean>();
  return (char) => {
    const was = known.get(char);
    if (was !== undefined) return was;
    const fits = pattern.test(char);
    known.set(char, fits);
    return fits;
  };
}

/** A text that grows: what leads to the repetition, what is repeated, and what lets it fail. */
interface Attack {
  readonly before: string;
  readonly pump: string;
  readonly after: string;
}

/** Texts that repeat each thing a pattern repeats, and each way into a repetition. */
export function attacksOn(source: string, flags: string): Attack[] {
  const pattern = parse(source, flags);
  const sampler = { flags, known: charsOf(source) };
  const pumps = new Map<string, [string, string]>();
  const add = (before: string, pump: string): void => {
    if (pump !== '') pumps.set(`${before}\0${pump}`, [before, pump]);
  };
  const visit = (node: AST.Element, before: string): void => {
    const inner = node.type === 'Quantifier' ? node.element : node;
    if (node.type === 'Quantifier') {
      const words = wordsOf(node.element, sampler);
      for (const word of words) add(before, word);
      // Each way in, again and again: 《《《 of 《[^》]*》.
      for (const word of ['', ...words.slice(0, 8)]) add('', before + word);
      const few = words.slice(0, 4);
      for (const one of few) for (const other of few) add(before, one + other);
    }
    if ('alternatives' in inner)
      for (const { elements } of inner.alternatives) visitAll(elements, before);
  };
  const visitAll = (elements: readonly AST.Element[], before: string): void => {
    let lead = before;
    for (const element of elements) {
      visit(element, lead);
      lead += element.type === 'Assertion' ? '' : sampleOf(element, sampler);
    }
  };
  for (const { elements } of pattern.alternatives) visitAll(elements, '');
  return [...pumps.values()].flatMap(([before, pump]) =>
    ['\u0001', '\n\u0001'].map((after) => ({ before, pump, after })),
  );
}

interface Sampler {
  readonly flags: string;
  /** Characters that stand in the pattern, then some of every kind. */
  readonly known: readonly string[];
}

function charsOf(source: string): string[] {
  return [...new Set([...source.replace(/\\[pP]\{[^}]*\}/g, ''), ...'a0中 \t\n。，：(（A-'])];
}

/** The words a thing may be: each of its alternatives, and of characters each that the pattern itself names. */
function wordsOf(node: AST.Element, sampler: Sampler): string[] {
  if (node.type === 'Group' || node.type === 'CapturingGroup') {
    const all = node.alternatives.map(({ elements }) =>
      elements.map((own) => sampleOf(own, sampler)).join(''),
    );
    return all.length > MOST_WORDS ? likeliest(all) : all;
  }
  if (node.type === 'Character' || node.type === 'CharacterSet' || node.type === 'CharacterClass') {
    const fits = charTest(node.raw, sampler.flags);
    return sampler.known.filter(fits).slice(0, 3);
  }
  return [sampleOf(node, sampler)];
}

/** Some, and all that may be read in two ways: they stand there twice, or begin with another. */
function likeliest(words: readonly string[]): string[] {
  const sorted = [...words].sort();
  const double = sorted.filter((word, i) => i > 0 && word.startsWith(sorted[i - 1] ?? word));
  return [...words.slice(0, 6), ...double];
}

/** One text that a thing matches, with all that may stand in it. */
function sampleOf(node: AST.Element, sampler: Sampler): string {
  switch (node.type) {
    case 'Group':
    case 'CapturingGroup':
      return (node.alternatives[0]?.elements ?? []).map((own) => sampleOf(own, sampler)).join('');
    case 'Quantifier':
      return node.min === 0 && node.max > 1
        ? ''
        : sampleOf(node.element, sampler).repeat(Math.max(1, node.min));
    case 'Assertion':
    case 'Backreference':
      return '';
    default: {
      const fits = charTest(node.raw, sampler.flags);
      return sampler.known.find(fits) ?? '';
    }
  }
}
