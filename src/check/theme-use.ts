import type { DocumentUnits, Theme, ThemeLabel } from '../model/index.js';
import type { ThemeUse } from './types.js';

/** What a document holds of each theme. Cost: entries × length of the text. */
export function themeUse(
  document: DocumentUnits,
  themes: readonly Theme[],
  labels: readonly ThemeLabel[],
): ThemeUse {
  const texts = document.sentences.map(({ text }) => text);
  const used = themes.map((theme): [string, number[]] => [theme.id, usedEntries(theme, texts)]);
  const units = (least: ThemeLabel['grade']): Record<string, string[]> =>
    Object.fromEntries(
      themes.map(({ id }): [string, string[]] => [
        id,
        labels.filter(({ theme, grade }) => theme === id && grade >= least).map(({ unit }) => unit),
      ]),
    );
  return { used: Object.fromEntries(used), labelled: units(1), about: units(2) };
}

function usedEntries({ terms, patterns }: Theme, texts: readonly string[]): number[] {
  const isFound = (pattern: RegExp): boolean => texts.some((text) => pattern.test(text));
  return [
    ...terms.map((term) => texts.some((text) => text.includes(term.text))),
    ...patterns.map((pattern) => isFound(new RegExp(pattern.text, 'u'))),
  ].flatMap((found, index) => (found ? [index] : []));
}
