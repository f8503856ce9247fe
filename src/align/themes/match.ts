import type { Theme } from '../../model/index.js';
import { itemAt } from '../../text/index.js';
import { type Automaton, buildAutomaton } from './automaton.js';

/** One match of a term or pattern, `[start, end)` in the text that was searched. */
export interface ThemeHit {
  readonly start: number;
  readonly end: number;
  readonly weight: number;
  /** The term or pattern of the theme file that matched. */
  readonly source: string;
  readonly kind: 'term' | 'pattern';
}

/** Themes made ready for matching; build once with {@link compileThemes}, use for many texts. */
export interface CompiledThemes {
  readonly themes: readonly Theme[];
  /** Hits of every theme in one text, same order as `themes`; each list by start, then end. */
  readonly match: (text: string) => readonly (readonly ThemeHit[])[];
}

interface Needle {
  readonly theme: number;
  readonly text: string;
  /** Absent for an exclusion. */
  readonly weight?: number;
}

interface CompiledPattern {
  readonly regex: RegExp;
  readonly source: string;
  readonly weight: number;
}

/**
 * Puts the terms and exclusions of all themes into one automaton and compiles the patterns.
 *
 * *In*: themes whose patterns compile with flag `u` (`readTheme` of the corpus has checked that).
 * *Errors*: a pattern that does not compile throws, for it is a bug by now.
 * *Cost*: a few milliseconds for a dozen themes; matching reads a text once for all terms.
 */
export function compileThemes(themes: readonly Theme[]): CompiledThemes {
  const needles = themes.flatMap(needlesOf);
  const automaton = buildAutomaton(needles.map((needle) => needle.text));
  const patterns = themes.map((theme) =>
    theme.patterns.map(({ text, weight }) => ({
      regex: new RegExp(text, 'gu'),
      source: text,
      weight,
    })),
  );
  return { themes, match: (text) => matchAll(text, needles, automaton, patterns) };
}

function needlesOf(theme: Theme, index: number): Needle[] {
  return [
    ...theme.terms.map(({ text, weight }) => ({ theme: index, text, weight })),
    ...theme.exclusions.map((text) => ({ theme: index, text })),
  ];
}

/** Shared by all texts without a hit, so that nothing is allocated for them. */
const NO_HITS: readonly ThemeHit[] = [];
const NO_RANGES: readonly Range[] = [];

function matchAll(
  text: string,
  needles: readonly Needle[],
  automaton: Automaton,
  patterns: readonly (readonly CompiledPattern[])[],
): readonly (readonly ThemeHit[])[] {
  // Most texts hit few themes: nothing is made for the others.
  const hits = new Array<readonly ThemeHit[]>(patterns.length).fill(NO_HITS);
  const found: ThemeHit[][] = [];
  const excluded: Range[][] = [];
  for (const { needle, start, end } of automaton.find(text)) {
    const { theme, text: source, weight } = itemAt(needles, needle);
    if (weight === undefined) put(excluded, theme, { start, end });
    else put(found, theme, { start, end, weight, source, kind: 'term' });
  }
  for (let theme = 0; theme < patterns.length; theme++) {
    for (const pattern of itemAt(patterns, theme)) addPatternHits(text, pattern, found, theme);
    const list = found[theme];
    if (list !== undefined) hits[theme] = resolve(list, excluded[theme] ?? NO_RANGES);
  }
  return hits;
}

function put<Item>(lists: Item[][], at: number, item: Item): void {
  const list = lists[at];
  if (list === undefined) lists[at] = [item];
  else list.push(item);
}

/**
 * Patterns look at so many characters of a sentence, and take less than a second for them (`corpus/theme-pattern.ts`); the
 * longest one seen, a list of projects, has 2,900.
 */
const LONGEST_SEARCHED = 100_000;

function addPatternHits(
  text: string,
  { regex, source, weight }: CompiledPattern,
  found: ThemeHit[][],
  theme: number,
): void {
  const searched = text.slice(0, LONGEST_SEARCHED);
  regex.lastIndex = 0;
  for (let match = regex.exec(searched); match !== null; match = regex.exec(searched)) {
    // Never empty: a theme file with a pattern that matches nothing is refused.
    const end = match.index + Math.max(1, match[0].length);
    put(found, theme, { start: match.index, end, weight, source, kind: 'pattern' });
    regex.lastIndex = end;
  }
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * Lets longer strings speak for the shorter ones inside them.
 *
 * A hit inside an exclusion is dropped, and so is a hit inside a longer hit of the same theme:
 * `改革创新` at 0.2 silences `创新` at 0.5. Of two equal ranges the heavier one stays.
 */
function resolve(hits: readonly ThemeHit[], excluded: readonly Range[]): ThemeHit[] {
  if (hits.length === 1 && excluded.length === 0) return [...hits];
  const sorted = [...hits].sort(
    (a, b) =>
      a.start - b.start || b.end - a.end || b.weight - a.weight || byUnit(a.source, b.source),
  );
  const kept: ThemeHit[] = [];
  let reach = -1;
  for (const hit of sorted) {
    // Sorted by start, longest first: a hit lies inside an earlier one exactly if it ends no later.
    if (hit.end <= reach) continue;
    reach = hit.end;
    kept.push(hit);
  }
  return kept.filter((hit) => !excluded.some((x) => x.start <= hit.start && hit.end <= x.end));
}

function byUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
