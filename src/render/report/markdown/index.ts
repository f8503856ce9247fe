import type { MarkKind } from '../../../findings/index.js';
import { REPORT_WORDS, type ReportWords } from '../../../messages/index.js';
import type { ComparisonRow, CoverageRow, Report } from '../../../model/index.js';
import { itemAt } from '../../../text/index.js';
import { COMPARE_WORDS, type CompareWords, markdownCell, PART_SIGNS } from '../../index.js';
import { coverageFigure } from '../coverage-figure.js';
import { type FirstPage, firstPages } from '../first-page.js';
import { doubtLines, isCalledMissing, pairTitle, rowsOf, sectionTitle } from '../look-up.js';

/** Places of each list on the first page. */
const PLACES = 4;

import type { ReportOptions } from '../options.js';
import { partsOf } from '../parts-of-row.js';
import { stretchesOf } from '../stretches.js';

/**
 * A report as GitHub-flavoured Markdown: coverage, then a table for each block of sections, a column a
 * level; what differs from the level above is underlined, what the level below does not have is struck.
 */
export function renderMarkdown(report: Report, { language }: ReportOptions): string {
  const words = REPORT_WORDS[language];
  const compare = COMPARE_WORDS[language];
  const names = report.sides.map(({ side }) => side.name);
  const { program, version, data, texts } = report.head;
  const { total } = itemAt(report.pairs, 0).coverage;
  const lines = [
    '---',
    'schema: duibiao.report-markdown/1',
    `program: ${program} ${version}`,
    `data: ${data}`,
    `texts: ${texts}`,
    '---',
    '',
    `# ${markdownCell(names.join(' → '))} · ${words.report}`,
    '',
    ...documents(report, compare),
    '',
    ...doubtLines(report, language).flatMap((line) => [`> **${markdownCell(line)}**`, '']),
    `## ${words.brief}`,
    '',
    ...firstPages(report, language, PLACES).flatMap((own) => briefLines(own, words)),
    `## ${words.coverage}`,
    '',
    ...coverageTable(report, words, compare),
    '',
    words.coverageShort[coverageFigure(total, itemAt(report.pairs, 0).coverage).grain].replaceAll(
      '~',
      '\\~',
    ),
    '',
    `## ${words.comparison}`,
    '',
    words.markdownLegend,
    '',
    ...report.comparison.blocks.flatMap((block) => {
      const heads = block.head.sections.map((own) => own.map(sectionTitle).join('、') || '—');
      return [
        `### ${markdownCell(heads.join(' ／ '))}`,
        '',
        `| ${[...names.map(markdownCell), words.relation].join(' | ')} |`,
        `|${' --- |'.repeat(names.length + 1)}`,
        ...rowsOf(block).map((row) => rowLine(row, report, compare)),
        '',
      ];
    }),
    `## ${words.methods}`,
    '',
    ...words.methodsText.flatMap((text) => [text, '']),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

function briefLines({ title, coverage, lists, nothing }: FirstPage, words: ReportWords): string[] {
  return [
    `${markdownCell(title)}: ${words.coverageSheet} ${words.byClause} ${coverage}`,
    '',
    ...lists.flatMap(({ title: name, lines }) => [
      `**${name}**`,
      '',
      ...lines.map(
        ({ address, note, text }) =>
          `- <sub>${markdownCell(address)}</sub> ${[note, text].filter(Boolean).map(markdownCell).join(' ')}`,
      ),
      '',
    ]),
    ...(nothing === '' ? [] : [`${words.nothing}: ${nothing}`, '']),
  ];
}

function documents(report: Report, compare: CompareWords): string[] {
  return report.sides.flatMap(({ side }) =>
    side.documents.map(({ head, source }) => {
      const level = head.level === undefined ? '' : compare.levels[head.level];
      const about = [level, head.issuer, head.date, source?.path].filter(Boolean).join(' · ');
      return `- ${markdownCell(head.title)}（${markdownCell(about)}）`;
    }),
  );
}

function coverageTable(report: Report, words: ReportWords, compare: CompareWords): string[] {
  const labels = new Map(report.themes.map((theme) => [theme.id, theme.labels[compare.language]]));
  const pairs = report.pairs.map((pair) => pairTitle(report, pair));
  const first = itemAt(report.pairs, 0).coverage;
  const cell = (row: CoverageRow): string => {
    const { share, ratio, counts } = coverageFigure(row, first);
    return `${share} (${ratio}) ${counts.replaceAll('~', '\\~')}`;
  };
  const rows = first.rows.map(
    (row, index) =>
      `| ${markdownCell(labels.get(row.key) ?? row.key)} | ${report.pairs.map((pair) => cell(itemAt(pair.coverage.rows, index))).join(' | ')} |`,
  );
  return [
    `| ${[words.theme, ...pairs.map(markdownCell)].join(' | ')} |`,
    `| --- |${' --- |'.repeat(pairs.length)}`,
    ...rows,
    `| ${words.all} | ${report.pairs.map((pair) => cell(pair.coverage.total)).join(' | ')} |`,
  ];
}

function rowLine(row: ComparisonRow, report: Report, compare: CompareWords): string {
  const cells = row.cells.map((cell, side) =>
    cell.sentences
      .map(({ unit, start, end }) => {
        const address = itemAt(report.sides, side).units.get(unit)?.address ?? unit;
        const text = stretchesOf(row, side, start, end).map((stretch) => {
          const plain = markdownCell(stretch.text);
          const lower = isQuiet(stretch.below) ? plain : `<del>${plain}</del>`;
          const marked = isQuiet(stretch.above) ? lower : `<ins>${lower}</ins>`;
          const shared = stretch.above === 'shared' || stretch.below === 'shared';
          return shared ? `<mark>${marked}</mark>` : marked;
        });
        return `<sub>${markdownCell(address)}</sub> ${text.join('')}`;
      })
      .join('<br>'),
  );
  const relations = partsOf(row).map(
    (part) => `${PART_SIGNS[part].replace('~', '\\~')} ${compare.relations[part]}`,
  );
  const isDecided = row.pairs.some((pair, side) => pair?.decided ?? isCalledMissing(row, side));
  const decided = isDecided ? [compare.decided] : [];
  return `| ${[...cells, [...relations, ...decided].join('<br>')].join(' | ')} |`;
}

/** Neither struck nor underlined: the same, a swap of place, or what a paraphrase shares. */
function isQuiet(kind: MarkKind | undefined): boolean {
  return kind === undefined || kind === 'swap' || kind === 'shared';
}
