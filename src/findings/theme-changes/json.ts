import type { ThemeChange, ThemeChangeUnit, ThemeDiagnosis } from '../../model/index.js';
import { rounded } from '../../text/index.js';
import type { ThemeChangesJson } from './schema.js';

export function themeChangesJson(
  changes: readonly ThemeChange[],
  diagnosis: ThemeDiagnosis,
): ThemeChangesJson {
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
      themes: [...themes],
      both,
      jaccard: rounded(jaccard),
    })),
  };
}

/** One of them in the published form. */
export function unitJson({
  document,
  unit,
  text,
  before,
  after,
}: ThemeChangeUnit): ThemeChangesJson['themes'][number]['gained'][number] {
  const label = (
    of: ThemeChangeUnit['before'],
  ): ThemeChangesJson['themes'][number]['gained'][number]['before'] =>
    of === undefined
      ? null
      : { grade: of.grade, score: rounded(of.score), evidence: [...of.evidence] };
  return { document, unit, text, before: label(before), after: label(after) };
}
