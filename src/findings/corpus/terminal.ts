import { termIn } from '../../messages/index.js';
import {
  type AmbiguousWidth,
  displayWidth,
  harmless,
  inkOf,
  itemAt,
  padEnd,
  wrapText,
} from '../../text/index.js';

interface CorpusRow {
  readonly id: string;
  readonly title: string;
  readonly level: string | null;
  readonly kind: string;
  readonly date: string | null;
  readonly aliases: readonly string[];
  /** Said of it besides. */
  readonly note?: string;
}

/** Documents of a corpus: id, level, kind, date and aliases in columns, the title wrapped below. */
export function renderCorpusList(
  rows: readonly CorpusRow[],
  view: {
    readonly width: number;
    readonly ambiguousWidth: AmbiguousWidth;
    readonly color: boolean;
    readonly language: 'zh' | 'en';
  },
): string {
  const cells = rows.map((row) => [
    row.id,
    row.level === null ? '—' : termIn(row.level, view.language),
    termIn(row.kind, view.language),
    row.date ?? '—',
    [...row.aliases.map((name) => `@${name}`), row.note ?? ''].join(' ').trim(),
  ]);
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(0, ...cells.map((row) => displayWidth(itemAt(row, column), view.ambiguousWidth))),
  );
  const { dim } = inkOf(view.color);
  const lines = rows.flatMap((row, index) => {
    const facts = itemAt(cells, index)
      .map((cell, column) => padEnd(cell, widths[column] ?? 0, view.ambiguousWidth))
      .join('  ');
    const title = wrapText(harmless(row.title), Math.max(16, view.width - 2), {
      ambiguousWidth: view.ambiguousWidth,
    });
    return [facts.trimEnd(), ...title.map((line) => dim(`  ${line}`))];
  });
  return `${lines.join('\n')}\n`;
}
