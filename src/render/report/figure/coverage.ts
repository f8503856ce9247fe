import type { ReportWords } from '../../../messages/index.js';
import { type CoverageRow, type Report, SENTENCE_RELATIONS } from '../../../model/index.js';
import { itemAt, percent } from '../../../text/index.js';
import { COMPARE_WORDS, PART_COLOURS, PART_SIGNS, type Part } from '../../index.js';
import { pairTitle } from '../look-up.js';
import { type Drawing, shortLabel, svgRect, svgText } from './svg.js';

const LABEL = 190;
const BAR = 300;
/** Room for `100%  120/120` after a bar. */
const FIGURE = 110;
const ROW = 26;
const TOP = 58;

/** Coverage by theme as stacked bars, a column of bars for each pair of sides. */
export function coverageDrawing(
  report: Report,
  words: ReportWords,
  language: 'zh' | 'en',
): Drawing {
  const names = new Map(report.themes.map((theme) => [theme.id, theme.labels[language]]));
  const rows = itemAt(report.pairs, 0).coverage.rows.map((row) => names.get(row.key) ?? row.key);
  const labels = [...rows, words.all];
  const body = [
    ...legend(language),
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
          bar(row, x, TOP + index * ROW, itemAt(labels, index)),
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

function bar(row: CoverageRow, x: number, y: number, label: string): string[] {
  const all = row.upstream.units;
  if (all === 0) return [svgText(x, y + 15, '—', { opacity: 0.6 })];
  const parts: (readonly [Part, number])[] = [
    ...SENTENCE_RELATIONS.map((relation) => [relation, row.covered[relation]] as const),
    ['missing', row.missing],
  ];
  let at = x;
  const marks = parts
    .filter(([, count]) => count > 0)
    .map(([part, count]) => {
      const width = (BAR * count) / all;
      const mark = svgRect({ x: at, y: y + 3, width, height: ROW - 9 }, PART_COLOURS[part], {
        ...(part === 'missing' && { opacity: 0.25 }),
        title: `${label} ${PART_SIGNS[part]} ${count}/${all}`,
      });
      at += width;
      return mark;
    });
  const figure = `${percent(row.coverage)}  ${all - row.missing}/${all}`;
  return [...marks, svgText(x + BAR + 8, y + 15, figure, { size: 12 })];
}

function legend(language: 'zh' | 'en'): string[] {
  const words = COMPARE_WORDS[language].relations;
  const parts: readonly Part[] = [...SENTENCE_RELATIONS, 'missing'];
  return parts.flatMap((part, index) => {
    const x = LABEL + index * 120;
    return [
      svgRect(
        { x, y: 6, width: 14, height: 14 },
        PART_COLOURS[part],
        part === 'missing' ? { opacity: 0.25 } : {},
      ),
      svgText(x + 20, 18, `${PART_SIGNS[part]} ${words[part]}`, { size: 12 }),
    ];
  });
}
