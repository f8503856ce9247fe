import { CHECK_WORDS } from '../../../messages/index.js';
import type { CheckReport, Finding, FindingPlace } from '../../../model/index.js';
import { clusters, displayWidth, harmless, wrapText } from '../../../text/index.js';
import type { AnalysisView } from '../../index.js';
import { coverageLines, yardstickLines } from './yardstick.js';

interface FindingsView extends AnalysisView {
  /** Show notes and what was known before too. */
  readonly all: boolean;
}

/** Notes of the edit itself: whoever asks what an edit did is shown them. */
const TOLD: ReadonlySet<string> = new Set(['figure-edited']);

const SIGNS = { error: '✗', warning: '!', info: 'i' } as const;
const ASCII_SIGNS = { error: 'x', warning: '!', info: 'i' } as const;
const COLORS = { error: 31, warning: 33, info: 36 } as const;

/** Findings by file, each with its line and a caret under the place; then the count. */
export function renderFindings(report: CheckReport, view: FindingsView): string {
  const words = CHECK_WORDS[view.language];
  const shown = report.findings.filter(
    ({ severity, baseline, rule }) =>
      view.all || (!baseline && (severity !== 'info' || TOLD.has(rule))),
  );
  const out: string[] = [];
  for (const path of [...new Set(shown.map((finding) => finding.path))]) {
    out.push(paint(view, 1, harmless(path)));
    for (const finding of shown.filter((item) => item.path === path))
      out.push(...findingLines(finding, view));
    out.push('');
  }
  if (report.yardstick !== undefined) out.push(...yardstickLines(report.yardstick, view));
  out.push(...coverageLines(report.summary.coverage, view));
  const { errors, warnings, infos, suppressed } = report.summary;
  const notShown =
    infos - shown.filter((item) => item.severity === 'info' && !item.baseline).length;
  const fixable = report.findings
    .filter((item) => item.fixable && !item.baseline)
    .reduce((sum, { more = [] }) => sum + 1 + more.length, 0);
  const closing = [
    ...(shown.every(({ severity }) => severity === 'info') ? [words.ok] : []),
    words.total({ errors, warnings, infos }),
    ...(fixable > 0 ? [words.fixable({ count: fixable })] : []),
    ...(!view.all && notShown + suppressed > 0
      ? [
          suppressed > 0
            ? words.moreHidden({ infos: notShown, hidden: suppressed })
            : words.more({ infos: notShown }),
        ]
      : []),
  ];
  for (const line of closing)
    out.push(...wrapText(line, view.width, { ambiguousWidth: view.ambiguousWidth }));
  return `${out.join('\n')}\n`;
}

function findingLines(finding: Finding, view: FindingsView): string[] {
  const words = CHECK_WORDS[view.language];
  const { severity, place, message, rule, baseline } = finding;
  const sign = (view.ascii ? ASCII_SIGNS : SIGNS)[severity];
  const label = `${sign} ${words[severity]}${baseline ? ` (${words.known})` : ''}`;
  const where = `${place.line}:${place.column}`;
  const text = wrapText(
    `${where}  ${label}  ${harmless(message[view.language])}  [${rule}]`,
    Math.max(MIN_WIDTH, view.width - 2),
    { ambiguousWidth: view.ambiguousWidth },
  );
  const lines = text.map((line, i) => {
    const painted = i === 0 ? line.replace(label, paint(view, COLORS[severity], label)) : line;
    return `${i === 0 ? '  ' : '    '}${painted}`;
  });
  return [...lines, ...excerpt(place, view)];
}

const MIN_WIDTH = 16;
const INDENT = 4;

/** The words around a place, and carets under it: both measured in columns, since a Han character takes two. */
function excerpt(place: FindingPlace, view: FindingsView): string[] {
  if (place.before + place.marked + place.after === '') return [];
  const width = (text: string): number => displayWidth(text, view.ambiguousWidth);
  const gap = view.ascii ? '...' : '…';
  const room = Math.max(MIN_WIDTH, view.width - INDENT - 2 * width(gap));
  const marked = take(clusters(harmless(place.marked)), room, width);
  const left = Math.min(Math.floor((room - width(marked)) / 2), room);
  const before = take(clusters(harmless(place.before)).reverse(), left, width, true);
  const after = take(
    clusters(harmless(place.after)),
    Math.max(0, room - width(marked) - width(before)),
    width,
  );
  const cutStart = place.cut[0] || before.length < harmless(place.before).length;
  const cutEnd =
    place.cut[1] ||
    marked.length < harmless(place.marked).length ||
    after.length < harmless(place.after).length;
  const head = (cutStart ? gap : '') + before;
  const whole = head + marked + after + (cutEnd ? gap : '');
  const carets = '^'.repeat(Math.max(1, width(marked)));
  return [' '.repeat(INDENT) + whole, ' '.repeat(INDENT + width(head)) + paint(view, 31, carets)];
}

function take(
  parts: readonly string[],
  room: number,
  width: (text: string) => number,
  reversed = false,
): string {
  const kept: string[] = [];
  let used = 0;
  for (const part of parts) {
    used += width(part);
    if (used > room) break;
    kept.push(part);
  }
  return (reversed ? kept.reverse() : kept).join('');
}

function paint(view: FindingsView, code: number, text: string): string {
  if (!view.color) return text;
  return `\u001b[${code}m${text}\u001b[${code === 1 ? 22 : 39}m`;
}
