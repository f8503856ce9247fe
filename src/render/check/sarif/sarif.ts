import type { CheckReport, Finding, RuleNote, Severity } from '../../../model/index.js';

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<
  Severity,
  string
>;

/**
 * SARIF 2.1.0 for code scanning: findings with fingerprints, rules with help in both languages.
 *
 * Columns count code points (`columnKind`). What was known before is `unchanged`, the rest `new`.
 * Source: OASIS SARIF 2.1.0, errata 01.
 */
export function sarifLog(report: CheckReport, rules: readonly RuleNote[], version: string): object {
  const used = rules.filter(({ id }) => report.findings.some(({ rule }) => rule === id));
  const index = new Map(used.map(({ id }, i) => [id, i]));
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'duibiao',
            semanticVersion: version,
            rules: used.map(({ id, title, help, severity }) => ({
              id,
              name: pascalCase(id),
              shortDescription: { text: `${title.en} ${title.zh}` },
              fullDescription: { text: help.en },
              help: { text: `${help.en}\n\n${help.zh}` },
              defaultConfiguration: { level: LEVELS[severity] },
            })),
          },
        },
        columnKind: 'unicodeCodePoints',
        originalUriBaseIds: { SRCROOT: { description: { text: 'The folder check ran in.' } } },
        results: report.findings.map((finding) => resultOf(finding, index)),
      },
    ],
  };
}

function resultOf(finding: Finding, index: ReadonlyMap<string, number>): object {
  const { rule, severity, message, path, place, fingerprint, baseline, document, section } =
    finding;
  const logical = section ?? document;
  return {
    ruleId: rule,
    ruleIndex: index.get(rule),
    level: LEVELS[severity],
    message: { text: message.en },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(path), uriBaseId: 'SRCROOT' },
          region: {
            startLine: place.line,
            startColumn: place.column,
            endColumn: place.endColumn,
          },
        },
        ...(logical !== undefined && { logicalLocations: [{ fullyQualifiedName: logical }] }),
      },
    ],
    partialFingerprints: { 'duibiao/v1': fingerprint },
    baselineState: baseline ? 'unchanged' : 'new',
  };
}

/** A relative reference: each part of the path percent-encoded. */
function uriOf(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

function pascalCase(id: string): string {
  return id.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
