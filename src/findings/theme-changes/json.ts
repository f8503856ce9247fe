import type { ThemeChange, ThemeChangeUnit, ThemeDiagnosis } from '../../model/index.js';
import { rounded } from '../../render/index.js';

interface UnitJsonV1 {
  document: string;
  unit: string;
  text: string;
  before: { grade: 1 | 2; score: number; evidence: readonly string[] } | null;
  after: { grade: 1 | 2; score: number; evidence: readonly string[] } | null;
}

/** `duibiao.theme-changes/1`, see the published schema. */
export interface ThemeChangesJsonV1 {
  schema: 'duibiao.theme-changes/1';
  themes: {
    theme: string;
    before: number;
    after: number;
    gained: UnitJsonV1[];
    lost: UnitJsonV1[];
    regraded: UnitJsonV1[];
    idle: { kind: 'term' | 'pattern' | 'exclusion'; text: string }[];
  }[];
  overlaps: { themes: readonly [string, string]; both: number; jaccard: number }[];
}

export function themeChangesJson(
  changes: readonly ThemeChange[],
  diagnosis: ThemeDiagnosis,
): ThemeChangesJsonV1 {
  return {
    schema: 'duibiao.theme-changes/1',
    themes: changes.map((change) => ({
      theme: change.theme,
      before: change.counts.before,
      after: change.counts.after,
      gained: change.gained.map(unitJson),
      lost: change.lost.map(unitJson),
      regraded: change.regraded.map(unitJson),
      idle: diagnosis.idle
        .filter(({ theme }) => theme === change.theme)
        .map(({ kind, text }) => ({ kind, text })),
    })),
    overlaps: diagnosis.overlaps.map(({ themes, both, jaccard }) => ({
      themes,
      both,
      jaccard: rounded(jaccard),
    })),
  };
}

function unitJson({ document, unit, text, before, after }: ThemeChangeUnit): UnitJsonV1 {
  const label = (of: ThemeChangeUnit['before']): UnitJsonV1['before'] =>
    of === undefined ? null : { grade: of.grade, score: rounded(of.score), evidence: of.evidence };
  return { document, unit, text, before: label(before), after: label(after) };
}
