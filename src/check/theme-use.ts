import type { DocumentUnits, Theme, ThemeLabel } from '../model/index.js';
import type { ThemeUse } from './types.js';

/** What a document holds of each theme. Cost: entries × length of the text. */
export function themeUse(
  document: DocumentUnits,
  themes: readonly Theme[],
  labels: readonly ThemeLabel[],
): ThemeUse {
  const text = document.sentences.map((sentence) => sentence.text).join('\n');
  const used = themes.map((theme): [string, number[]] => [theme.id, usedEntries(theme, text)]);
  const units = (least: ThemeLabel['grade']): Record<string, string[]> =>
    Object.fromEntries(
      themes.map(({ id }): [string, string[]] => [
        id,
        labels.filter(({ theme, grade }) => theme === id && grade >= least).map(({ unit }) => unit),
      ]),
    );
  return { used: Object.fromEntries(used), labelled: units(1), about: units(2) };
}

function usedEntries({ terms, patterns }: Theme, text: string): number[] {
  return [
    ...terms.map((term) => text.includes(term.text)),
    ...patterns.map((pattern) => new RegExp(pattern.text, 'u').test(text)),
  ].flatMap((found, index) => (found ? [index] : []));
}
