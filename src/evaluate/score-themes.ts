import type { ThemesGold } from './gold.js';
import { goldText, locateUnits } from './locate.js';
import { type Measure, measure, round } from './measures.js';
import type { ThemesPrediction } from './prediction.js';

interface ThemesScore {
  readonly themes: Readonly<Record<string, { readonly any: Measure; readonly about: Measure }>>;
  readonly macroF1Any: number;
}

const keyOf = (sentence: string, theme: string): string => `${sentence}\u0000${theme}`;

/** Score theme labels: `any` counts grades 1 and 2, `about` grade 2 only. Agrees with the reference scorer. */
export function scoreThemes(gold: ThemesGold, prediction: ThemesPrediction): ThemesScore {
  const grades = predictedGrades(gold, prediction);
  const names = [...new Set(gold.labels.map((label) => label.theme))].sort();
  const themes: Record<string, { any: Measure; about: Measure }> = {};
  for (const theme of names) {
    const labels = gold.labels.filter((label) => label.theme === theme);
    const keys = (keep: (g: readonly number[]) => boolean): Set<string> =>
      new Set(labels.filter((l) => keep(l.grades)).map((l) => keyOf(l.sentence, l.theme)));
    const mine = [...grades].filter(([key]) => key.endsWith(`\u0000${theme}`));
    const all = keys(() => true);
    themes[theme] = {
      any: measure(
        new Set(mine.map(([key]) => key)),
        all,
        keys((g) => g.length === 2),
      ),
      about: measure(
        new Set(mine.filter(([, grade]) => grade === 2).map(([key]) => key)),
        all,
        keys((g) => g.length === 2 && g[0] === 2 && g[1] === 2),
      ),
    };
  }
  const sum = names.reduce((total, theme) => total + themes[theme]!.any.f1, 0);
  return { themes, macroF1Any: names.length > 0 ? round(sum / names.length) : 0 };
}

function predictedGrades(gold: ThemesGold, prediction: ThemesPrediction): Map<string, number> {
  const scope = new Set(gold.scope);
  const grades = new Map<string, number>();
  for (const document of gold.documents) {
    const text = goldText(document.sentences);
    for (const predicted of prediction.documents) {
      if (predicted.document.id !== document.id) continue;
      const at = locateUnits(
        text,
        predicted.units.filter((unit) => unit.kind === 'sentence'),
      );
      for (const label of predicted.labels) {
        for (const sentence of at.get(label.unit) ?? []) {
          if (!scope.has(text.sectionOf.get(sentence)!)) continue;
          const key = keyOf(sentence, label.theme);
          grades.set(key, Math.max(label.grade, grades.get(key) ?? 0));
        }
      }
    }
  }
  return grades;
}
