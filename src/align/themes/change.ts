import type {
  DocumentUnits,
  Theme,
  ThemeChange,
  ThemeChangeUnit,
  ThemeLabel,
} from '../../model/index.js';
import { itemAt } from '../../text/index.js';
import { labelThemes } from './label.js';
import { compileThemes } from './match.js';

/**
 * Shows the effect of an edit before it is saved: which sentences the theme gains and loses, and why.
 *
 * *In*: the theme as it was (absent for a new one) and as it will be (absent for one taken away), which may differ in id.
 * *Cost*: two labellings of each document.
 */
export function checkThemeChange(
  before: Theme | undefined,
  after: Theme | undefined,
  documents: readonly DocumentUnits[],
): ThemeChange {
  const labelBefore = labeller(before);
  const labelAfter = labeller(after);
  const units = documents.flatMap((document) =>
    unitsOf(document, labelBefore(document), labelAfter(document)),
  );
  return {
    theme: itemAt(
      [after, before].flatMap((theme) => theme?.id ?? []),
      0,
    ),
    gained: units.filter((unit) => unit.before === undefined),
    lost: units.filter((unit) => unit.after === undefined),
    regraded: units.filter(({ before: b, after: a }) => b && a && b.grade !== a.grade),
    counts: {
      before: units.filter((unit) => unit.before !== undefined).length,
      after: units.filter((unit) => unit.after !== undefined).length,
    },
  };
}

type Labels = ReadonlyMap<string, ThemeLabel>;

function labeller(theme: Theme | undefined): (document: DocumentUnits) => Labels {
  if (theme === undefined) return () => new Map();
  const compiled = compileThemes([theme]);
  return (document) => new Map(labelThemes(document, compiled).map((label) => [label.unit, label]));
}

function unitsOf(document: DocumentUnits, before: Labels, after: Labels): ThemeChangeUnit[] {
  return document.sentences.flatMap(({ id, text }) => {
    const was = before.get(id);
    const is = after.get(id);
    if (was === undefined && is === undefined) return [];
    return {
      document: document.head.id,
      unit: id,
      text,
      ...(was !== undefined && { before: was }),
      ...(is !== undefined && { after: is }),
    };
  });
}
