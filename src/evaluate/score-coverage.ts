import type { AlignmentGold, ThemesGold } from './gold.js';
import { goldText, locateUnits } from './locate.js';
import { round } from './measures.js';
import type { AlignmentPrediction, ThemesPrediction } from './prediction.js';

/** One theme's share of linked sentences: annotated, predicted, and how far apart. */
interface CoverageError {
  readonly theme: string;
  readonly gold: number;
  readonly predicted: number;
  readonly error: number;
}

/**
 * How far predicted coverage is off, by theme.
 *
 * Gold annotates links for a part of the *downstream* sections, so the share is taken over downstream sentences in both
 * files' scopes: of those that belong to the theme, how many have a counterpart upstream. Sentences count for the theme, and
 * links count, as soon as one annotator gave them.
 */
export function scoreCoverage(
  links: AlignmentGold,
  themes: ThemesGold,
  predictedLinks: AlignmentPrediction,
  predictedThemes: ThemesPrediction,
): CoverageError[] {
  const text = goldText(links.downstream.sentences);
  const scopes = [new Set(links.scope), new Set(themes.scope)] as const;
  const inScope = (id: string): boolean =>
    scopes.every((scope) => scope.has(text.sectionOf.get(id) ?? ''));
  const located = locateUnits(
    text,
    predictedLinks.units.downstream.filter((unit) => unit.kind === 'sentence'),
  );
  const linked = {
    gold: new Set(links.sentences.map((link) => link.downstream)),
    predicted: new Set(
      predictedLinks.links
        .filter((link) => link.grain === 'sentence')
        .flatMap((link) => link.downstream.flatMap((id) => located.get(id) ?? [])),
    ),
  };
  const names = [...new Set(themes.labels.map((label) => label.theme))].sort();
  return names.map((theme) => {
    const gold = share(ofTheme(themes, theme).filter(inScope), linked.gold);
    const predicted = share(
      predictedOfTheme(links, predictedThemes, theme).filter(inScope),
      linked.predicted,
    );
    return { theme, gold, predicted, error: round(Math.abs(gold - predicted)) };
  });
}

function ofTheme(themes: ThemesGold, theme: string): string[] {
  return [
    ...new Set(
      themes.labels.filter((label) => label.theme === theme).map((label) => label.sentence),
    ),
  ];
}

function predictedOfTheme(
  links: AlignmentGold,
  prediction: ThemesPrediction,
  theme: string,
): string[] {
  const text = goldText(links.downstream.sentences);
  const out = new Set<string>();
  for (const document of prediction.documents) {
    if (document.document.id !== links.downstream.id) continue;
    const at = locateUnits(
      text,
      document.units.filter((unit) => unit.kind === 'sentence'),
    );
    for (const label of document.labels)
      if (label.theme === theme) for (const id of at.get(label.unit) ?? []) out.add(id);
  }
  return [...out];
}

function share(ids: readonly string[], linked: ReadonlySet<string>): number {
  return ids.length > 0 ? round(ids.filter((id) => linked.has(id)).length / ids.length) : 0;
}
