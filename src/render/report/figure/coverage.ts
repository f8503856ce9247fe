import type { ReportWords } from '../../../messages/index.js';
import type { Report } from '../../../model/index.js';
import { itemAt } from '../../../text/index.js';
import { COMPARE_WORDS, PART_COLOURS } from '../../index.js';
import { type CoverageFigure, coverageFigure } from '../coverage-figure.js';
import { pairTitle } from '../look-up.js';
import { type Drawing, shortLabel, svgRect, svgText } from './svg.js';

const LABEL = 190;
const BAR = 300;
/** Room for `100% ±3  120.5/1200` after a bar. */
const FIGURE = 140;
const ROW = 26;
const TOP = 58;

/** Coverage by theme as stacked bars, a column of bars for each pair of sides. */
export function coverageDrawing(
  report: Report,
  words: ReportWords,
  language: 'zh' | 'en',
): Drawing {
  const names = new Map(report.themes.map((theme) => [theme.id, theme.labels[language]]));
  const first = itemAt(report.pairs, 0).coverage;
  const rows = first.rows.map((row) => names.get(row.key) ?? row.key);
  const labels = [...rows, words.all];
  const body = [
    ...legend(coverageFigure(first.total, first), words, language),
    ...labels.map((label, index) =>
      svgText(LABEL - 10, TOP + index * ROW + 15, shortLabel(label, 26), { anchor: 'end' }),
    ),
    ...report.pairs.flatMap((pair, column) => {
      const x = LABEL + column * (BAR + FIGURE);
      const { coverage } = pair;
      const title = pairTitle(report, pair);
      return [
        svgText(x, TOP - 10, title, { weight: 600 }),
        ...[...coverage.rows, coverage.total].flatMap((row, index) =>
          bar(coverageFigure(row, coverage), x, TOP + index * ROW, itemAt(labels, index)),
        ),
      ];
    }),
  ];
  return {
    width: LABEL + report.pairs.length * (BAR + FIGURE),
    height: TOP + labels.length * ROW + 12,
    title: words.coverage,
    body,
  };
}

function bar(
  { parts, share, ratio }: CoverageFigure,
  x: number,
  y: number,
  label: string,
): string[] {
  if (parts.every(({ of }) => of === 0)) return [svgText(x, y + 15, '—', { opacity: 0.6 })];
  let at = x;
  const marks = parts
    .filter(({ count }) => count > 0)
    .map(({ part, sign, count, of }) => {
      const width = (BAR * count) / of;
      const mark = svgRect({ x: at, y: y + 3, width, height: ROW - 9 }, PART_COLOURS[part], {
        ...(part === 'missing' && { opacity: 0.25 }),
        title: `${label} ${sign} ${count}/${of}`,
      });
      at += width;
      return mark;
    });
  return [...marks, svgText(x + BAR + 8, y + 15, `${share}  ${ratio}`, { size: 12 })];
}

function legend(figure: CoverageFigure, words: ReportWords, language: 'zh' | 'en'): string[] {
  const relations = COMPARE_WORDS[language].relations;
  const clauses = [words.carriedClauses, words.partlyClauses, words.missingClauses];
  return figure.parts.flatMap(({ part, sign }, index) => {
    const x = LABEL + index * 120;
    const name = figure.grain === 'clause' ? itemAt(clauses, index) : relations[part];
    return [
      svgRect(
        { x, y: 6, width: 14, height: 14 },
        PART_COLOURS[part],
        part === 'missing' ? { opacity: 0.25 } : {},
      ),
      svgText(x + 20, 18, `${sign} ${name}`, { size: 12 }),
    ];
  });
}
