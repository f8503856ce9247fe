import type { BoundWord, TargetLexicon, UnitWord } from '../../model/index.js';
import { escapePattern } from '../../text/index.js';

/** The lexicon arranged for matching: longest words first. */
export interface CompiledTargets {
  /** Anchored at the start of what follows a number. */
  readonly unit: RegExp;
  readonly units: ReadonlyMap<string, UnitWord>;
  readonly boundBefore: RegExp;
  readonly boundAfter: RegExp;
  readonly bounds: ReadonlyMap<string, BoundWord>;
  readonly verbBefore: RegExp;
  readonly anyVerb: RegExp;
  readonly aspiration: RegExp;
  readonly aspirationFirst: RegExp;
  readonly increase: RegExp;
  readonly decrease: RegExp;
  readonly names: RegExp;
  readonly places: RegExp;
}

/** Arrange once, use for many documents. */
export function compileTargets(lexicon: TargetLexicon): CompiledTargets {
  const before = lexicon.bounds.filter((word) => word.place === 'before');
  const after = lexicon.bounds.filter((word) => word.place === 'after');
  const verbs = alternatives([...lexicon.verbs]);
  return {
    unit: new RegExp(`^(?:${alternatives(lexicon.units.map((word) => word.text))})`, 'u'),
    units: new Map(lexicon.units.map((word) => [word.text, word])),
    boundBefore: new RegExp(`(?:${alternatives(before.map((word) => word.text))})$`, 'u'),
    boundAfter: new RegExp(`^(?:${alternatives(after.map((word) => word.text))})`, 'u'),
    bounds: new Map(lexicon.bounds.map((word) => [`${word.place} ${word.text}`, word])),
    verbBefore: new RegExp(`(?:${verbs})(?:了|出|成)?$`, 'u'),
    anyVerb: new RegExp(verbs, 'gu'),
    aspirationFirst: new RegExp(`^(?:${alternatives(lexicon.aspirations)})`, 'u'),
    aspiration: new RegExp(alternatives(lexicon.aspirations), 'u'),
    increase: new RegExp(`(?:${alternatives(lexicon.increases)})$`, 'u'),
    decrease: new RegExp(`(?:${alternatives(lexicon.decreases)})$`, 'u'),
    names: new RegExp(alternatives(lexicon.names), 'gu'),
    places: new RegExp(alternatives(lexicon.places), 'gu'),
  };
}

/** Literal alternatives, longest first; equal lengths in code unit order. */
function alternatives(words: readonly string[]): string {
  const sorted = [...words].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return sorted.map(escapePattern).join('|') || '(?!)';
}
