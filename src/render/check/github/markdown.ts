import { CHECK_SUMMARY_WORDS } from '../../../messages/index.js';
import type { CheckReport, CoverageStep, Finding, YardstickChange } from '../../../model/index.js';
import { harmless, percent } from '../../../text/index.js';

/** A comment of GitHub holds 65,536 characters; a row of the table has some hundred. */
const MOST_ROWS = 200;
const SIGNS = { error: '❌', warning: '⚠️', info: 'ℹ️' } as const;

/** New findings and coverage before → after, for a step summary or a comment on a pull request. */
export function renderCheckMarkdown(report: CheckReport, language: 'zh' | 'en'): string {
  const words = CHECK_SUMMARY_WORDS[language];
  const { errors, warnings, infos, suppressed, coverage } = report.summary;
  const fresh = report.findings.filter(({ baseline }) => !baseline);
  const shifts = coverage.filter(({ before, after }) => before !== undefined && before !== after);
  const rest = fresh.length - MOST_ROWS;
  const parts = [
    `### ${words.title}: ${report.failed ? words.failed : words.passed}`,
    words.total({ errors, warnings, infos, suppressed }),
    ...(fresh.length === 0
      ? []
      : [
          table(
            words.head,
            fresh.slice(0, MOST_ROWS).map((finding) => row(finding, language)),
          ),
        ]),
    ...(rest > 0 ? [words.more({ count: rest })] : []),
    ...(shifts.length === 0
      ? []
      : [
          table(
            words.coverage,
            shifts.map(({ upstream, downstream, theme, before, after, measured }) => [
              cell(`${upstream} → ${downstream}`),
              cell(theme),
              share(before),
              share(after),
              measured === undefined ? '' : stepText(measured.new),
            ]),
          ),
        ]),
    ...(report.yardstick === undefined
      ? []
      : [table(words.yardstick, yardstickRows(report.yardstick))]),
  ];
  return `${parts.join('\n\n')}\n`;
}

function row({ severity, path, place, message, rule }: Finding, language: 'zh' | 'en'): string[] {
  return [SIGNS[severity], cell(`${path}:${place.line}`), cell(message[language]), `\`${rule}\``];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Text of a document may hold anything: nothing of it is to become markup. */
function cell(text: string): string {
  return harmless(text)
    .replaceAll(/[\\`*_{}[\]<>|#~@]/g, '\\$&')
    .replaceAll(/\s+/g, ' ');
}

function stepText({ before, after }: CoverageStep): string {
  return `${share(before)} → ${share(after)}`;
}

const PART_SIGNS = { added: '+', edited: '~', removed: '−' } as const;

function yardstickRows({ parts, themes }: YardstickChange): string[][] {
  return parts.map(({ kind, name, path, change }) => {
    const moved = kind === 'theme' ? themes.find(({ theme }) => theme === name) : undefined;
    const counts = [moved?.gained.length, moved?.lost.length].map((count) => `${count ?? ''}`);
    return [PART_SIGNS[change], cell(kind === 'theme' ? `${name} (${path})` : path), ...counts];
  });
}

function share(value: number | undefined): string {
  return value === undefined ? '–' : percent(value, 1);
}
