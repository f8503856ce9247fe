import type { DocumentUnits, ThemeLabel } from '../../model/index.js';
import {
  type DocumentRefJsonV1,
  documentRef,
  type SectionUnitJsonV1,
  type SentenceUnitJsonV1,
  unitsJson,
} from '../alignment/units.js';

/** `duibiao.themes/1`, see the published schema. */
export interface ThemesJsonV1 {
  schema: 'duibiao.themes/1';
  documents: {
    document: DocumentRefJsonV1;
    units: (SectionUnitJsonV1 | SentenceUnitJsonV1)[];
    labels: { unit: string; theme: string; grade: 1 | 2; score: number; evidence: string[] }[];
  }[];
}

export function themesJson(
  documents: readonly { readonly units: DocumentUnits; readonly labels: readonly ThemeLabel[] }[],
): ThemesJsonV1 {
  return {
    schema: 'duibiao.themes/1',
    documents: documents.map(({ units, labels }) => ({
      document: documentRef(units.head, units.source?.path),
      units: unitsJson([units]),
      labels: labels.map(({ unit, theme, grade, score, evidence }) => ({
        unit,
        theme,
        grade,
        score: Math.round(score * 1e4) / 1e4,
        evidence: [...evidence],
      })),
    })),
  };
}
