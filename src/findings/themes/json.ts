import type { DocumentUnits, ThemeLabel } from '../../model/index.js';
import { rounded } from '../../text/index.js';
import { documentRef, unitsJson } from '../alignment/units.js';
import type { ThemesJson } from './schema.js';

export function themesJson(
  documents: readonly { readonly units: DocumentUnits; readonly labels: readonly ThemeLabel[] }[],
): ThemesJson {
  return {
    schema: 'duibiao.themes/1',
    documents: documents.map(({ units, labels }) => ({
      document: documentRef(units),
      units: unitsJson([units]),
      labels: labels.map(({ unit, theme, grade, score, evidence }) => ({
        unit,
        theme,
        grade,
        score: rounded(score),
        evidence: [...evidence],
      })),
    })),
  };
}
