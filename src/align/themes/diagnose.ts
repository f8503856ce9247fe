import type {
  DocumentUnits,
  IdleEntry,
  ShadowedTerm,
  Theme,
  ThemeDiagnosis,
  ThemeOverlap,
} from '../../model/index.js';
import { itemAt, valueAt } from '../../text/index.js';
import { buildAutomaton } from './automaton.js';
import { labelThemes } from './label.js';
import { compileThemes } from './match.js';

/**
 * Looks after theme files: what never matches, what is always hidden by a longer entry, which themes overlap.
 *
 * Idle is a remark, not a fault: a list is written for more texts than these.
 * *Cost*: one labelling and one more pass over the text.
 */
export function diagnoseThemes(
  themes: readonly Theme[],
  documents: readonly DocumentUnits[],
): ThemeDiagnosis {
  const texts = documents.flatMap((document) => document.sentences.map(({ text }) => text));
  const uses = themes.map((theme) => usesOf(theme, texts));
  const labels = labelledUnits(themes, documents);
  return {
    idle: themes.flatMap((theme, i) => idleOf(theme, itemAt(uses, i))),
    shadowed: themes.flatMap((theme, i) => shadowedOf(theme, itemAt(uses, i))),
    overlaps: overlapsOf(themes, labels),
    counts: themes.map(({ id }) => {
      const grades = [...(labels.get(id)?.values() ?? [])];
      const about = grades.filter((grade) => grade === 2).length;
      return { theme: id, about, partly: grades.length - about };
    }),
  };
}

/** How often the entries of one theme occur. */
interface Uses {
  /** Occurrences of terms and exclusions, inside longer ones too. */
  readonly raw: ReadonlyMap<string, number>;
  /** Hits of terms and patterns that count as evidence. */
  readonly effective: ReadonlyMap<string, number>;
  /** For a term: the longer entries that held it, with counts. */
  readonly holders: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

function usesOf(theme: Theme, texts: readonly string[]): Uses {
  const needles = [...theme.terms.map(({ text }) => text), ...theme.exclusions];
  const automaton = buildAutomaton(needles);
  const compiled = compileThemes([theme]);
  const raw = new Map<string, number>();
  const effective = new Map<string, number>();
  const holders = new Map<string, Map<string, number>>();
  for (const text of texts) {
    const found = automaton.find(text);
    for (const { needle, start, end } of found) {
      const name = itemAt(needles, needle);
      add(raw, name);
      for (const other of found) {
        const longer = other.end - other.start > end - start;
        if (!longer || other.start > start || other.end < end) continue;
        if (!holders.has(name)) holders.set(name, new Map());
        add(valueAt(holders, name), itemAt(needles, other.needle));
      }
    }
    for (const { source } of itemAt(compiled.match(text), 0)) add(effective, source);
  }
  return { raw, effective, holders };
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function idleOf(theme: Theme, uses: Uses): IdleEntry[] {
  const idle = (kind: IdleEntry['kind'], counts: ReadonlyMap<string, number>) => (text: string) =>
    counts.has(text) ? [] : [{ theme: theme.id, kind, text }];
  return [
    ...theme.terms.map(({ text }) => text).flatMap(idle('term', uses.raw)),
    ...theme.patterns.map(({ text }) => text).flatMap(idle('pattern', uses.effective)),
    ...theme.exclusions.flatMap(idle('exclusion', uses.raw)),
  ];
}

function shadowedOf(theme: Theme, { raw, effective, holders }: Uses): ShadowedTerm[] {
  return theme.terms.flatMap(({ text }) => {
    const occurrences = raw.get(text) ?? 0;
    if (occurrences === 0 || effective.has(text)) return [];
    const by = [...(holders.get(text) ?? [])].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    return [{ theme: theme.id, text, occurrences, by: by.map(([name]) => name) }];
  });
}

type Grades = ReadonlyMap<string, 1 | 2>;

function labelledUnits(
  themes: readonly Theme[],
  documents: readonly DocumentUnits[],
): ReadonlyMap<string, Grades> {
  const compiled = compileThemes(themes);
  const byTheme = new Map<string, Map<string, 1 | 2>>(themes.map(({ id }) => [id, new Map()]));
  for (const document of documents) {
    for (const { theme, unit, grade } of labelThemes(document, compiled)) {
      byTheme.get(theme)?.set(`${document.head.id} ${unit}`, grade);
    }
  }
  return byTheme;
}

function overlapsOf(themes: readonly Theme[], labels: ReadonlyMap<string, Grades>): ThemeOverlap[] {
  const overlaps = themes.flatMap((first, i) =>
    themes.slice(i + 1).map((second): ThemeOverlap => {
      const a = valueAt(labels, first.id);
      const b = valueAt(labels, second.id);
      const both = [...a.keys()].filter((unit) => b.has(unit)).length;
      const either = a.size + b.size - both;
      return {
        themes: [first.id, second.id],
        both,
        onlyFirst: a.size - both,
        onlySecond: b.size - both,
        jaccard: Math.round((both / either) * 1000) / 1000,
      };
    }),
  );
  return overlaps.filter(({ both }) => both > 0).sort((a, b) => b.jaccard - a.jaccard);
}
