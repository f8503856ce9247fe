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
    boundBefore: new RegExp(
      `(?:${alternatives(
        before.map((word) => word.text),
        true,
      )})$`,
      'u',
    ),
    boundAfter: new RegExp(`^(?:${alternatives(after.map((word) => word.text))})`, 'u'),
    bounds: new Map(lexicon.bounds.map((word) => [`${word.place} ${word.text}`, word])),
    verbBefore: new RegExp(`(?:${verbs})(?:了|出|成)?$`, 'u'),
    anyVerb: new RegExp(verbs, 'gu'),
    aspirationFirst: new RegExp(`^(?:${alternatives(lexicon.aspirations)})`, 'u'),
    aspiration: new RegExp(alternatives(lexicon.aspirations), 'u'),
    increase: new RegExp(`(?:${alternatives(lexicon.increases)})了?$`, 'u'),
    decrease: new RegExp(`(?:${alternatives(lexicon.decreases)})了?$`, 'u'),
    names: new RegExp(alternatives(lexicon.names), 'gu'),
    places: new RegExp(alternatives(lexicon.places), 'gu'),
  };
}

/** Literal alternatives, longest first; two of one length cannot both match at a place. */
function alternatives(words: readonly string[], guarded = false): string {
  const sorted = [...words].sort((a, b) => b.length - a.length);
  const pattern = (word: string): string =>
    `${(guarded ? WORD_ENDS.get(word) : undefined) ?? ''}${escapePattern(word)}`;
  return sorted.map(pattern).join('|') || '(?!)';
}

/** Bound words of one character that end other words too: 节约230万吨, 附近3公里, 到达2个. */
const WORD_ENDS: ReadonlyMap<string, string> = new Map([
  ['约', '(?<![节契合制公集条特预简违履])'],
  ['近', '(?<![附最邻靠就临远])'],
  ['达', '(?<![发到传表通抵送直])'],
  ['超', '(?<![赶反])'],
  ['为', '(?<![作成行])'],
]);
