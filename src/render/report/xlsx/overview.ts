/** The sheets around the rows: what was compared, what to read first, coverage, methods. */
import { doubtsText } from '../../../findings/index.js';
import { BRIEF_WORDS, type ReportWords } from '../../../messages/index.js';
import { type CoverageRow, type Report, SENTENCE_RELATIONS } from '../../../model/index.js';
import { itemAt, rounded } from '../../../text/index.js';
import type { CompareWords } from '../../index.js';
import { firstPages } from '../first-page.js';
import type { Sheet, SheetCell } from './workbook.js';

/** What was compared. */
export function overviewSheet(report: Report, words: ReportWords, compare: CompareWords): Sheet {
  return {
    name: words.overview,
    head: [
      words.level,
      words.title,
      words.date,
      words.issuer,
      words.number,
      words.sentences,
      words.file,
      'id',
      words.doubtful,
    ],
    rows: report.sides.flatMap(({ side }) =>
      side.documents.map(({ head, sentences, source, quality }): SheetCell[] => [
        head.level === undefined ? undefined : compare.levels[head.level],
        head.title,
        head.date,
        head.issuer,
        head.number,
        sentences.length,
        source?.path,
        head.id,
        quality === undefined ? undefined : doubtsText(quality, compare.language),
      ]),
    ),
  };
}

/** Every place of the first page's lists, in their order: to sort, filter and tick off. */
export function briefSheet(report: Report, words: ReportWords, compare: CompareWords): Sheet {
  const { language } = compare;
  const titles = BRIEF_WORDS[language].lists;
  const labels = new Map(report.themes.map((theme) => [theme.id, theme.labels[language]]));
  return {
    name: words.brief,
    printed: 6,
    head: [
      words.brief,
      words.theme,
      words.address,
      words.text,
      words.change,
      words.partner,
      words.weight,
      words.held,
      words.pair,
    ],
    rows: firstPages(report, language, Number.POSITIVE_INFINITY).flatMap(({ title, lists }) =>
      lists.flatMap(({ list, lines }) =>
        lines.map(({ address, text, change, partner, theme, weight, held }): SheetCell[] => [
          titles[list],
          labels.get(theme ?? '') ?? theme,
          address,
          text,
          change,
          partner,
          rounded(weight),
          held,
          title,
        ]),
      ),
    ),
  };
}

/** Coverage by theme, by clause and by sentence. */
export function coverageSheet(report: Report, words: ReportWords, compare: CompareWords): Sheet {
  const names = new Map(report.themes.map((theme) => [theme.id, theme.labels[compare.language]]));
  const line = (row: CoverageRow, label: string, up: string, down: string): SheetCell[] => [
    up,
    down,
    label,
    row.clauses?.counts.carried,
    row.clauses?.counts.partly,
    row.clauses?.counts.missing,
    row.clauses?.coverage === undefined ? undefined : { share: row.clauses.coverage },
    row.clauses?.expectedError === undefined ? undefined : { share: row.clauses.expectedError },
    row.upstream.units,
    ...SENTENCE_RELATIONS.map((relation) => row.covered[relation]),
    row.missing,
    row.local,
    row.coverage === undefined ? undefined : { share: row.coverage },
    row.coverageByCharacters === undefined ? undefined : { share: row.coverageByCharacters },
  ];
  return {
    name: words.coverageSheet,
    head: [
      words.upstream,
      words.downstream,
      words.theme,
      `${words.carriedClauses} (${words.byClause})`,
      `${words.partlyClauses} (${words.byClause})`,
      `${words.missingClauses} (${words.byClause})`,
      `${compare.coverage} (${words.byClause})`,
      words.expectedError,
      words.sentences,
      ...SENTENCE_RELATIONS.map((relation) => compare.relations[relation]),
      compare.relations.missing,
      compare.relations.local,
      `${compare.coverage} (${words.bySentence})`,
      `${compare.coverage} (${words.byCharacters})`,
    ],
    rows: report.pairs.flatMap(({ coverage, upstream, downstream }) => {
      const up = itemAt(report.sides, upstream).side.name;
      const down = itemAt(report.sides, downstream).side.name;
      return [
        ...coverage.rows.map((row) => line(row, names.get(row.key) ?? row.key, up, down)),
        line(coverage.total, words.all, up, down),
      ];
    }),
  };
}

/** What the figures mean and what they were made with. */
export function methodsSheet({ head }: Report, words: ReportWords): Sheet {
  return {
    name: words.methods,
    head: [words.notes, ''],
    rows: [
      ...words.methodsText.map((text): SheetCell[] => [text]),
      [words.coverageShort.clause],
      [words.coverageShort.sentence],
      ['schema', 'duibiao.report-workbook/1'],
      ['program', `${head.program} ${head.version}`],
      ['data sha256', head.data],
      ['texts sha256', head.texts],
      ...Object.entries(head.configuration).map(([name, value]): SheetCell[] => [name, value]),
    ],
  };
}
