import type { DocumentUnits, Theme, ThemeLabel } from '../model/index.js';
import type { ThemeUse } from './types.js';

/** What a document holds of each theme. Cost: entries × length of the text. */
export function themeUse(
  units: DocumentUnits,
  themes: readonly Theme[],
  labels: readonly ThemeLabel[],
): ThemeUse {
  const text = units.sentences.map((sentence) => sentence.text).join('\n');
  const used = themes.map((theme): [string, number[]] => [theme.id, usedEntries(theme, text)]);
  const labelled = themes.map(({ id }): [string, string[]] => [
    id,
    labels.filter((label) => label.theme === id).map((label) => label.unit),
  ]);
  return { used: Object.fromEntries(used), labelled: Object.fromEntries(labelled) };
}

function usedEntries({ terms, patterns }: Theme, text: string): number[] {
  return [
    ...terms.map((term) => text.includes(term.text)),
    ...patterns.map((pattern) => new RegExp(pattern.text, 'u').test(text)),
  ].flatMap((found, index) => (found ? [index] : []));
}
