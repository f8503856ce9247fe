import { type Phrase, phrase } from '../messages/index.js';
import { itemAt, UserError } from '../text/index.js';
import { NGRAM_SLOTS, ngramSlot } from './hash.js';
import { CLAUSE_GAP, createNeutraliser, GAP, type Neutral } from './neutralise.js';

/** A place in an expression: its n-th part, and whether it is the last. */
interface Use {
  readonly expression: number;
  readonly part: number;
  readonly last: boolean;
  readonly concept: number;
}

/** Concepts of policy with the expressions that name them, ready for finding. */
export interface Concepts {
  /** Names by id. */
  readonly names: readonly string[];
  /** Where each part of an expression is used. */
  readonly parts: ReadonlyMap<string, readonly Use[]>;
  /** First two characters of all parts, with the lengths of the parts that begin so, each once. */
  readonly lengths: ReadonlyMap<string, readonly number[]>;
  /**
   * 1 in the slots (`ngramSlot`) of the first three characters of longer parts and of parts of two: most places of a text begin no
   * part, and are passed over by it.
   */
  readonly begins: Uint8Array;
}

/** Stands in an expression between parts that follow each other in one clause: 土地…流转. */
const OPEN = '…';
/** Punctuation is a gap in neutral texts. */
const NOT_CONTENT = /[、·“”《》（）()\-—/ ]+/gu;
/** Parts are looked up by so many first characters. */
const PREFIX = 2;
const LONGER = 3;

/**
 * Read a concept list: `name TAB expression|expression|…` a line; lines that begin with # are remarks.
 *
 * *In* `path`: what messages call the list. *Errors* `corpus/bad-file` for a line that has not two columns, or a part shorter
 * than two characters.
 */
export function parseConcepts(text: string, path = 'concepts.txt'): Concepts {
  const names: string[] = [];
  const parts = new Map<string, Use[]>();
  const lengths = new Map<string, number[]>();
  const begins = new Uint8Array(NGRAM_SLOTS);
  let expressions = 0;
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const fault = (problem: Phrase, advice: Phrase): UserError =>
      new UserError('corpus/bad-file', { path, line: index + 1, problem, advice });
    const [name, list, more] = line.split('\t');
    if (name === undefined || list === undefined || more !== undefined)
      throw fault(phrase('concepts/columns'), phrase('concepts/columns.advice'));
    const concept = names.length;
    names.push(name);
    for (const [nth, content] of list.replace(NOT_CONTENT, GAP).split('|').entries()) {
      const pieces = content.split(OPEN);
      for (const [part, piece] of pieces.entries()) {
        if (piece.length < PREFIX)
          throw fault(
            phrase('concepts/short', { expression: itemAt(list.split('|'), nth), least: PREFIX }),
            phrase('concepts/short.advice'),
          );
        const use = { expression: expressions, part, last: part === pieces.length - 1, concept };
        const uses = parts.get(piece);
        if (uses !== undefined) {
          uses.push(use);
          continue;
        }
        parts.set(piece, [use]);
        const prefix = piece.slice(0, PREFIX);
        begins[beginning(piece, 0, piece.length)] = 1;
        const known = lengths.get(prefix);
        if (known === undefined) lengths.set(prefix, [piece.length]);
        else if (!known.includes(piece.length)) known.push(piece.length);
      }
      expressions += 1;
    }
  }
  return { names, parts, lengths, begins };
}

/** Slot of the first two or three characters at a place; past the end stands 0. */
function beginning(text: string, at: number, length: number): number {
  const third = length < LONGER ? 0 : text.charCodeAt(at + PREFIX) | 0;
  return ngramSlot(text.charCodeAt(at), text.charCodeAt(at + 1), third);
}

/**
 * Concepts a clause names, each with the expression found first. *In* a clause of a neutral text.
 * *Cost* its length × the different lengths of parts that begin alike.
 */
export function conceptsOf(
  { parts, lengths, begins }: Concepts,
  clause: string,
): Map<number, string> {
  const found = new Map<number, string>();
  /** Expressions begun: which part comes next, where the last one ended, and what was found so far. */
  const open = new Map<number, { next: number; end: number; text: string }>();
  for (let at = 0; at + PREFIX <= clause.length; at += 1) {
    if (begins[beginning(clause, at, PREFIX)] === 0 && begins[beginning(clause, at, LONGER)] === 0)
      continue;
    const tried = lengths.get(clause.slice(at, at + PREFIX));
    if (tried === undefined) continue;
    for (const length of tried) {
      const piece = clause.slice(at, at + length);
      const uses = parts.get(piece);
      if (uses === undefined) continue;
      for (const { expression, part, last, concept } of uses) {
        const begun = open.get(expression);
        const fits = part === 0 ? begun === undefined : begun?.next === part && begun.end <= at;
        if (!fits) continue;
        const text = begun === undefined ? piece : begun.text + OPEN + piece;
        if (!last) open.set(expression, { next: part + 1, end: at + length, text });
        else if (!found.has(concept)) found.set(concept, text);
      }
    }
  }
  return found;
}

/** A concept both of two texts name, with what each calls it. */
export interface SharedConcept {
  readonly name: string;
  readonly upstream: string;
  readonly downstream: string;
}

/** Concepts that two neutral texts share, in the order of the list. */
export function sharedConcepts(
  concepts: Concepts,
  upstream: string,
  downstream: string,
): SharedConcept[] {
  const all = (text: string): Map<number, string> =>
    new Map(text.split(CLAUSE_GAP).flatMap((clause) => [...conceptsOf(concepts, clause)]));
  const downs = all(downstream);
  return [...all(upstream)]
    .sort(([a], [b]) => a - b)
    .flatMap(([id, named]) => {
      const other = downs.get(id);
      return other === undefined
        ? []
        : [{ name: itemAt(concepts.names, id), upstream: named, downstream: other }];
    });
}

/** A concept a text names, with where: `[start, end)` of each part of the expression, as printed. */
interface PlacedConcept {
  readonly name: string;
  readonly ranges: readonly (readonly [start: number, end: number])[];
}

const withoutPlaces = createNeutraliser([]);

/**
 * Concepts that a text as printed names, each where its expression was found first. *Cost* linear in the text.
 *
 * @example placedConcepts(concepts, '发展农业规模化经营') // 规模经营, at 4 to 9
 */
export function placedConcepts(concepts: Concepts, text: string): PlacedConcept[] {
  const neutral = withoutPlaces(text, 0);
  const found = new Map<string, PlacedConcept>();
  let from = 0;
  for (const clause of neutral.text.split(CLAUSE_GAP)) {
    for (const [id, expression] of conceptsOf(concepts, clause)) {
      const name = itemAt(concepts.names, id);
      if (!found.has(name))
        found.set(name, { name, ranges: rangesOf(expression, clause, from, neutral) });
    }
    from += clause.length + CLAUSE_GAP.length;
  }
  return [...found.values()];
}

function rangesOf(
  expression: string,
  clause: string,
  from: number,
  { origins, ends }: Neutral,
): [number, number][] {
  let at = 0;
  return expression.split(OPEN).map((part): [number, number] => {
    const start = clause.indexOf(part, at);
    at = start + part.length;
    return [itemAt(origins, from + start), itemAt(ends, from + at - 1)];
  });
}
