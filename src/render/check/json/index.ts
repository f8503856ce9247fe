import { type CheckJson, unitJson } from '../../../findings/index.js';
import type {
  CheckReport,
  CoverageShift,
  CoverageStep,
  YardstickChange,
} from '../../../model/index.js';
import { rounded } from '../../../text/index.js';

/** Messages are English whatever the language: the format is for programs. */
export function checkJson({
  findings,
  summary,
  failed,
  changed,
  yardstick,
}: CheckReport): CheckJson {
  return {
    schema: 'duibiao.check/1',
    findings: findings.map(
      ({ rule, severity, message, path, place, document, section, ...rest }) => ({
        rule,
        severity,
        message: message.en,
        path,
        line: place.line,
        column: place.column,
        endColumn: place.endColumn,
        document: document ?? null,
        section: section ?? null,
        fingerprint: rest.fingerprint,
        baseline: rest.baseline,
        fixable: rest.fixable,
        more: (rest.more ?? []).map((place) => ({ ...place })),
        cause: rest.cause ?? 'texts',
      }),
    ),
    summary: {
      errors: summary.errors,
      warnings: summary.warnings,
      infos: summary.infos,
      suppressed: summary.suppressed,
      coverage: summary.coverage.map(shiftJson),
    },
    yardstick: yardstick === undefined ? null : yardstickJson(yardstick),
    failed,
    changed: changed === undefined ? null : [...changed],
  };
}

function shiftJson({
  upstream,
  downstream,
  theme,
  measured,
  ...step
}: CoverageShift): CheckJson['summary']['coverage'][number] {
  return {
    upstream,
    downstream,
    theme,
    ...stepJson(step),
    measured:
      measured === undefined ? null : { old: stepJson(measured.old), new: stepJson(measured.new) },
  };
}

function stepJson({ before, after }: CoverageStep) {
  return {
    before: before === undefined ? null : rounded(before),
    after: after === undefined ? null : rounded(after),
  };
}

function yardstickJson({ parts, themes }: YardstickChange): NonNullable<CheckJson['yardstick']> {
  return {
    parts: parts.map((part) => ({ ...part })),
    themes: themes.map(({ theme, counts, gained, lost, regraded }) => ({
      theme,
      ...counts,
      gained: gained.map(unitJson),
      lost: lost.map(unitJson),
      regraded: regraded.map(unitJson),
    })),
  };
}
