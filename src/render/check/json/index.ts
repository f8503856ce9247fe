import type { CheckReport } from '../../../model/index.js';

/** `duibiao.check/1`, see the published schema. */
export interface CheckJsonV1 {
  schema: 'duibiao.check/1';
  findings: {
    rule: string;
    severity: string;
    message: string;
    path: string;
    line: number;
    column: number;
    endColumn: number;
    document: string | null;
    section: string | null;
    fingerprint: string;
    baseline: boolean;
    fixable: boolean;
  }[];
  summary: {
    errors: number;
    warnings: number;
    infos: number;
    suppressed: number;
    coverage: {
      upstream: string;
      downstream: string;
      theme: string;
      before: number | null;
      after: number | null;
    }[];
  };
  failed: boolean;
  changed: string[] | null;
}

/** Messages are English whatever the language: the format is for programs. */
export function checkJson({ findings, summary, failed, changed }: CheckReport): CheckJsonV1 {
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
      }),
    ),
    summary: {
      errors: summary.errors,
      warnings: summary.warnings,
      infos: summary.infos,
      suppressed: summary.suppressed,
      coverage: summary.coverage.map(({ upstream, downstream, theme, before, after }) => ({
        upstream,
        downstream,
        theme,
        before: rounded(before),
        after: rounded(after),
      })),
    },
    failed,
    changed: changed === undefined ? null : [...changed],
  };
}

/** Four decimals, as in the coverage format. */
function rounded(share: number | undefined): number | null {
  return share === undefined ? null : Math.round(share * 1e4) / 1e4;
}
