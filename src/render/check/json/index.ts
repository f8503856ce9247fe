import type { CheckJson } from '../../../findings/index.js';
import type { CheckReport } from '../../../model/index.js';
import { rounded } from '../../../text/index.js';

/** Messages are English whatever the language: the format is for programs. */
export function checkJson({ findings, summary, failed, changed }: CheckReport): CheckJson {
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
        before: before === undefined ? null : rounded(before),
        after: after === undefined ? null : rounded(after),
      })),
    },
    failed,
    changed: changed === undefined ? null : [...changed],
  };
}
