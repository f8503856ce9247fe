import { type AmbiguousWidth, harmless, inkOf, wrapText } from '../../text/index.js';
import { renderTable, type TableAlign } from './table.js';

/** How the analyses are drawn: the screen, and short names of units that every command accepts. */
export interface AnalysisView {
  readonly width: number;
  readonly ambiguousWidth: AmbiguousWidth;
  readonly color: boolean;
  readonly ascii: boolean;
  readonly language: 'zh' | 'en';
  readonly addressOf: (unit: string) => string;
}

/** A text wrapped to the screen: the first line after `indent` columns, the others after two more. */
export function wrapped(text: string, indent: number, view: AnalysisView): string[] {
  const lines = wrapText(harmless(text), Math.max(12, view.width - indent - 2), view);
  return lines.map((line, i) => ' '.repeat(i === 0 ? indent : indent + 2) + line);
}

/** A heading line. */
export function titled(text: string, view: AnalysisView): string[] {
  const { bold } = inkOf(view.color);
  return wrapText(harmless(text), view.width, view).map((line) => bold(line));
}

/** A line that says less than the rest. */
export function aside(text: string, indent: number, view: AnalysisView): string[] {
  const { dim } = inkOf(view.color);
  return wrapped(text, indent, view).map((line) => dim(line));
}

/** A table fitted to the screen, with a bold head. */
export function tableOf(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  view: AnalysisView,
  align: readonly TableAlign[] = [],
): string {
  const { bold } = inkOf(view.color);
  return renderTable({
    head,
    rows,
    align,
    width: view.width,
    ambiguousWidth: view.ambiguousWidth,
    ascii: view.ascii,
    paint: (text, row) => (row < 0 ? bold(text) : text),
  });
}

/** 0.8333 → `0.833`: three decimals, as papers print them. */
export function decimal(value: number | undefined, digits = 3): string {
  return value === undefined ? '—' : value.toFixed(digits);
}
