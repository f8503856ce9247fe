import { CHECK_SUMMARY_WORDS } from '../../../messages/index.js';
import type { CheckReport, Finding, Severity } from '../../../model/index.js';
import { harmless } from '../../../text/index.js';

/** GitHub shows ten annotations a step and drops the rest in silence. */
const MOST = 10;
const COMMANDS = { error: 'error', warning: 'warning', info: 'notice' } as const satisfies Record<
  Severity,
  string
>;
const RANKS = { error: 0, warning: 1, info: 2 } as const satisfies Record<Severity, number>;

/**
 * Workflow commands for at most ten new findings: changed files first, then by severity; then how many more there are.
 */
export function renderAnnotations(report: CheckReport, language: 'zh' | 'en'): string {
  const changed = new Set(report.changed ?? []);
  const rank = (finding: Finding): number =>
    (changed.has(finding.path) ? 0 : 3) + RANKS[finding.severity];
  const fresh = report.findings
    .filter(({ baseline }) => !baseline)
    .map((finding, i) => ({ finding, i }))
    .sort((a, b) => rank(a.finding) - rank(b.finding) || a.i - b.i)
    .map(({ finding }) => finding);
  const rest = fresh.length - MOST;
  const lines = fresh.slice(0, MOST).map((finding) => annotation(finding, language));
  if (rest > 0) lines.push(CHECK_SUMMARY_WORDS[language].notAnnotated({ count: rest }));
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

function annotation(
  { severity, path, place, rule, message }: Finding,
  language: 'zh' | 'en',
): string {
  const properties = [
    `file=${property(path)}`,
    `line=${place.line}`,
    `col=${place.column}`,
    `endColumn=${place.endColumn}`,
    `title=${property(rule)}`,
  ];
  return `::${COMMANDS[severity]} ${properties.join(',')}::${data(message[language])}`;
}

/** Escapes of the runner's command format. */
function data(text: string): string {
  return harmless(text.replaceAll('\r\n', '\n'))
    .replaceAll('%', '%25')
    .replaceAll('\r', '%0D')
    .replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
