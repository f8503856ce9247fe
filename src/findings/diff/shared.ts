import type { Shared, SharedKind, Token } from '../../model/index.js';
import { itemAt } from '../../text/index.js';
import type { DiffText } from './analyse.js';

type Range = readonly [start: number, end: number];

/** A concept that a text names, with where the parts of its expression stand. */
interface NamedConcept {
  readonly name: string;
  readonly ranges: readonly Range[];
}

/** Finds the concepts a text names. */
export type ConceptsIn = (text: string) => readonly NamedConcept[];

/** A run of so many letters in both texts is no chance; a shorter one is 推进, 建设 and the like. */
const LEAST_LETTERS = 3;
const LETTER = /[\p{L}\p{N}]/gu;

/**
 * What two texts share: figures and dates, runs of whole words (the longest first), and concepts that either names in its own words.
 *
 * *In* texts with their tokens. *Out* by place upstream, ranges of one side apart; ranges may cross.
 * *Cost* the product of the numbers of tokens.
 */
export function sharedOf(up: DiffText, down: DiffText, conceptsIn: ConceptsIn): Shared[] {
  const taken = { up: new Uint8Array(up.text.length), down: new Uint8Array(down.text.length) };
  const found: Shared[] = [];
  const take = (kind: SharedKind, [startUp, endUp]: Range, [startDown, endDown]: Range): void => {
    if (taken.up.subarray(startUp, endUp).includes(1)) return;
    if (taken.down.subarray(startDown, endDown).includes(1)) return;
    taken.up.fill(1, startUp, endUp);
    taken.down.fill(1, startDown, endDown);
    found.push({ startUp, endUp, startDown, endDown, kind });
  };
  for (const { kind, up: a, down: b } of commonRuns(up.tokens, down.tokens)) take(kind, a, b);
  for (const [a, b] of commonFigures(up.tokens, down.tokens)) take('number', a, b);
  for (const [a, b] of commonConcepts(conceptsIn(up.text), conceptsIn(down.text)))
    take('concept', a, b);
  return found.sort((a, b) => a.startUp - b.startUp || a.startDown - b.startDown);
}

interface Run {
  readonly kind: SharedKind;
  readonly up: Range;
  readonly down: Range;
  readonly letters: number;
}

/** Runs of equal tokens that no longer run holds on either side, the one with most letters first. */
function commonRuns(up: readonly Token[], down: readonly Token[]): Run[] {
  const runs: Run[] = [];
  let above = new Uint16Array(down.length + 1);
  for (let i = 1; i <= up.length; i += 1) {
    const here = new Uint16Array(down.length + 1);
    for (let j = 1; j <= down.length; j += 1) {
      if (itemAt(up, i - 1).text !== itemAt(down, j - 1).text) continue;
      const length = itemAt(above, j - 1) + 1;
      here[j] = length;
      if (up[i]?.text !== undefined && up[i]?.text === down[j]?.text) continue;
      const run = trimmed(up.slice(i - length, i), down.slice(j - length, j));
      if (run !== undefined) runs.push(run);
    }
    above = here;
  }
  return runs
    .filter(({ letters }) => letters >= LEAST_LETTERS)
    .sort((a, b) => b.letters - a.letters || a.up[0] - b.up[0] || a.down[0] - b.down[0]);
}

/** A run without punctuation at its ends. */
function trimmed(up: readonly Token[], down: readonly Token[]): Run | undefined {
  const isWord = ({ kind }: Token): boolean => kind !== 'punctuation';
  const first = up.findIndex(isWord);
  const last = up.findLastIndex(isWord);
  if (first < 0) return undefined;
  const rangeOf = (tokens: readonly Token[]): Range => [
    itemAt(tokens, first).start,
    itemAt(tokens, last).end,
  ];
  const text = up
    .slice(first, last + 1)
    .map((token) => token.text)
    .join('');
  const kind = up.slice(first, last + 1).every(isFigure) ? 'number' : 'wording';
  return { kind, up: rangeOf(up), down: rangeOf(down), letters: text.match(LETTER)?.length ?? 0 };
}

function isFigure({ kind }: Token): boolean {
  return kind === 'number' || kind === 'date';
}

/** Equal figures and dates, each once, in the order of the upper text. */
function commonFigures(up: readonly Token[], down: readonly Token[]): [Range, Range][] {
  const free = down.filter(isFigure);
  return up.filter(isFigure).flatMap((token): [Range, Range][] => {
    const at = free.findIndex(({ text }) => text === token.text);
    const [other] = at < 0 ? [] : free.splice(at, 1);
    return other === undefined
      ? []
      : [
          [
            [token.start, token.end],
            [other.start, other.end],
          ],
        ];
  });
}

/** The places of concepts that both name: part by part where both expressions have as many, else as a whole. */
function commonConcepts(
  up: readonly NamedConcept[],
  down: readonly NamedConcept[],
): [Range, Range][] {
  const byName = new Map(down.map((concept) => [concept.name, concept.ranges]));
  return up.flatMap(({ name, ranges }): [Range, Range][] => {
    const others = byName.get(name);
    if (others === undefined) return [];
    if (others.length === ranges.length)
      return ranges.map((range, at): [Range, Range] => [range, itemAt(others, at)]);
    return [[whole(ranges), whole(others)]];
  });
}

function whole(ranges: readonly Range[]): Range {
  return [Math.min(...ranges.map(([start]) => start)), Math.max(...ranges.map(([, end]) => end))];
}
