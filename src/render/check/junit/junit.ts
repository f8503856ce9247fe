import type { CheckReport, Finding } from '../../../model/index.js';
import { escapeText } from '../../index.js';

/**
 * JUnit XML: a suite a file, a case a finding; notes and known findings pass.
 *
 * A report without findings has one passing case, since some servers take an empty file for a failed run.
 */
export function renderJunit(report: CheckReport, language: 'zh' | 'en'): string {
  const paths = [...new Set(report.findings.map(({ path }) => path))];
  const suites = paths.map((path) => {
    const own = report.findings.filter((finding) => finding.path === path);
    const failures = own.filter(isFailure).length;
    return [
      `  <testsuite name="${escaped(path)}" tests="${own.length}" failures="${failures}" errors="0">`,
      ...own.map((finding) => caseOf(finding, language)),
      '  </testsuite>',
    ].join('\n');
  });
  const all = report.findings.length;
  const failed = report.findings.filter(isFailure).length;
  const none =
    '  <testsuite name="duibiao check" tests="1" failures="0" errors="0">\n    <testcase classname="duibiao" name="check"/>\n  </testsuite>';
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="duibiao check" tests="${Math.max(1, all)}" failures="${failed}" errors="0">`,
    ...(suites.length === 0 ? [none] : suites),
    '</testsuites>',
  ].join('\n')}\n`;
}

function isFailure({ severity, baseline }: Finding): boolean {
  return severity !== 'info' && !baseline;
}

function caseOf(finding: Finding, language: 'zh' | 'en'): string {
  const { rule, path, place, message } = finding;
  const name = `${rule} ${place.line}:${place.column}`;
  const open = `    <testcase classname="${escaped(path)}" name="${escaped(name)}"`;
  const text = escaped(message[language]);
  if (!isFailure(finding))
    return `${open}>\n      <system-out>${text}</system-out>\n    </testcase>`;
  const body = escaped(
    `${path}:${place.line}:${place.column}\n${place.before}${place.marked}${place.after}`,
  );
  return `${open}>\n      <failure type="${finding.severity}" message="${text}">${body}</failure>\n    </testcase>`;
}

/** On one line: an attribute's line feeds would be read as blanks. */
function escaped(text: string): string {
  return escapeText(text).replaceAll('\n', '&#10;');
}
