import { phraseRows, type SideFacts, sideFacts, targetPairRows } from '../../../findings/index.js';
import { COLUMN_LABELS, REPORT_WORDS, type ReportWords } from '../../../messages/index.js';
import type { ComparisonRow, Report } from '../../../model/index.js';
import { itemAt, rounded } from '../../../text/index.js';
import type { CellValue, RowTable } from '../../index.js';
import { COMPARE_WORDS, type CompareWords, placeFinder } from '../../index.js';
import { rowsOf } from '../look-up.js';
import type { ReportOptions } from '../options.js';
import {
  bodiesText,
  groupedRecords,
  joined,
  type LinkRecord,
  type RecordEnd,
  rangeText,
} from '../records.js';
import { type Stretch, stretchesOf } from '../stretches.js';
import { briefSheet, coverageSheet, methodsSheet, overviewSheet } from './overview.js';
import { type RichRun, type Sheet, type SheetCell, workbook } from './workbook.js';

/**
 * A report as a workbook: overview, coverage, section links, sentence links with their differences in
 * colour, missing, local, targets, set phrases, methods. One row for each group of linked
 * sentences, each missing and each local one, with ids and places.
 */
export function renderXlsx(report: Report, { language, epoch }: ReportOptions): Uint8Array {
  const words = REPORT_WORDS[language];
  const compare = COMPARE_WORDS[language];
  const records = groupedRecords(report);
  const rich = richTexts(report);
  const of = (type: LinkRecord['type']): LinkRecord[] => records.filter((row) => row.type === type);
  const sheets: Sheet[] = [
    briefSheet(report, words, compare),
    overviewSheet(report, words, compare),
    coverageSheet(report, words, compare),
    linkSheet(words.sectionLinks, of('section'), rich, { words, compare }),
    linkSheet(words.sentenceLinks, of('sentence'), rich, { words, compare }),
    unitSheet(words.missing, of('missing'), 'upstream', words),
    unitSheet(words.local, of('local'), 'downstream', words),
    tableSheet(words.targets, targetTable(report), language, words),
    tableSheet(words.phrases, phraseTable(report), language, words),
    methodsSheet(report, words),
  ];
  const { program, version } = report.head;
  const title = report.sides.map(({ side }) => side.name).join(' → ');
  return workbook(sheets, { title, creator: `${program} ${version}`, epoch });
}

type RichTexts = ReadonlyMap<string, readonly [up: RichRun[], down: RichRun[]]>;

/** Texts of both cells of each row with their differences, as the comparison found them, by the link that names the row. */
function richTexts(report: Report): RichTexts {
  const found = new Map<string, readonly [RichRun[], RichRun[]]>();
  for (const row of report.comparison.blocks.flatMap(rowsOf)) {
    row.pairs.forEach((pair, index) => {
      if (pair === undefined) return;
      found.set(pair.link, [
        richCell(row, index, ({ text, below }) => ({ text, ...(below && { below }) })),
        richCell(row, index + 1, ({ text, above }) => ({ text, ...(above && { above }) })),
      ]);
    });
  }
  return found;
}

/** The sentences of a cell under each other, in the order of their addresses. */
function richCell(
  row: ComparisonRow,
  side: number,
  seen: (stretch: Stretch) => Stretch,
): RichRun[] {
  return itemAt(row.cells, side).sentences.flatMap(({ start, end }, index) => [
    ...(index > 0 ? [{ text: '\n' }] : []),
    ...stretchesOf(row, side, start, end).map((stretch) => run(seen(stretch))),
  ]);
}

function run({ text, above, below }: Stretch): RichRun {
  const kind = above ?? below;
  if (kind === undefined) return { text };
  if (kind === 'swap') return { text, color: '7F7F7F' };
  if (kind === 'shared') return { text, color: '2F6B2F' };
  const bold = kind === 'number' || kind === 'commitment';
  return above === undefined
    ? { text, strike: true, color: '9C2B12', bold }
    : { text, underline: true, color: '0B5394', bold };
}

function linkSheet(
  name: string,
  records: readonly LinkRecord[],
  rich: RichTexts,
  { words, compare }: { readonly words: ReportWords; readonly compare: CompareWords },
): Sheet {
  const ends = [words.upstream, words.downstream];
  return {
    name,
    printed: 5,
    head: [
      words.relation,
      ...ends.flatMap((end) => [`${end} ${words.address}`, `${end} ${words.text}`]),
      words.score,
      words.moved,
      words.doubtful,
      words.decided,
      ...ends.map((end) => `${end} ${words.bodies}`),
      ...ends.flatMap((end) => [`${end} ${words.section}`, `${end} ${words.place}`]),
      words.themes,
      words.pair,
      words.link,
    ],
    rows: records.map((record): SheetCell[] => {
      const [up, down] = richOf(record, rich);
      return [
        relationName(record, compare),
        ...textCells(record.upstream, up),
        ...textCells(record.downstream, down),
        record.score === undefined ? undefined : rounded(record.score),
        record.moved === true ? words.moved : undefined,
        record.doubtful === true ? words.doubtful : undefined,
        record.decided === true ? words.decided : undefined,
        bodiesText(record.upstream),
        bodiesText(record.downstream),
        ...placeCells(record.upstream, words),
        ...placeCells(record.downstream, words),
        record.themes.join(' '),
        record.pair,
        record.link,
      ];
    }),
  };
}

/** The comparison's texts, where they are those of this link alone. */
function richOf(
  record: LinkRecord,
  rich: RichTexts,
): readonly [RichRun[] | undefined, RichRun[] | undefined] {
  const found = record.link === undefined ? undefined : rich.get(record.link);
  const fits = (end: RecordEnd | undefined, runs: readonly RichRun[]): boolean =>
    textOf(end) === runs.map(({ text }) => text).join('');
  if (
    found === undefined ||
    !fits(record.upstream, found[0]) ||
    !fits(record.downstream, found[1])
  ) {
    return [undefined, undefined];
  }
  return [found[0], found[1]];
}

function relationName({ relation }: LinkRecord, compare: CompareWords): string {
  return relation === 'counterpart' || relation === 'related'
    ? compare.sectionRelations[relation]
    : compare.relations[relation];
}

function textOf(end: RecordEnd | undefined): string {
  return (end?.units ?? []).map(({ text }) => text).join('\n');
}

/** Address and text: what is printed. */
function textCells(end: RecordEnd | undefined, rich: readonly RichRun[] | undefined): SheetCell[] {
  return [joined(end, ({ address }) => address, ' '), rich === undefined ? textOf(end) : { rich }];
}

/** Section and place in the file: to look up. */
function placeCells(end: RecordEnd | undefined, words: ReportWords): SheetCell[] {
  return [joined(end, ({ section }) => section), placeText(end, words)];
}

function placeText(end: RecordEnd | undefined, words: ReportWords): string {
  return joined(end, ({ path, span }) => {
    const where =
      span.pages !== undefined
        ? `${words.page} ${rangeText(span.pages)}`
        : span.paragraphs !== undefined
          ? `${words.paragraph} ${rangeText(span.paragraphs)}`
          : `${words.lines} ${rangeText(span.lines)}`;
    return `${path ?? ''} ${where}`.trim();
  });
}

function unitSheet(
  name: string,
  records: readonly LinkRecord[],
  side: 'upstream' | 'downstream',
  words: ReportWords,
): Sheet {
  return {
    name,
    printed: 2,
    head: [
      words.address,
      words.text,
      words.bodies,
      words.section,
      words.place,
      words.themes,
      words.pair,
      ...(side === 'upstream' ? [words.decided] : []),
    ],
    rows: records.map((record) => [
      ...textCells(record[side], undefined),
      bodiesText(record[side]),
      ...placeCells(record[side], words),
      record.themes.join(' '),
      record.pair,
      ...(side === 'upstream' ? [record.decided === true ? words.decided : undefined] : []),
    ]),
  };
}

function documentsOf(report: Report) {
  return report.sides.flatMap(({ side }) => side.documents);
}

function targetTable(report: Report): RowTable {
  const factsOf = (side: number): SideFacts => sideFacts(itemAt(report.sides, side).side);
  return targetPairRows(
    report.pairs.map(({ upstream, downstream, targets }) => ({
      upstream: factsOf(upstream),
      downstream: factsOf(downstream),
      targets,
    })),
    placeFinder(documentsOf(report)),
  );
}

function phraseTable(report: Report): RowTable {
  return phraseRows(report.phrases, placeFinder(documentsOf(report)));
}

/** Findings as rows, under the names people call the columns. */
function tableSheet(
  name: string,
  { columns, rows }: RowTable,
  language: 'zh' | 'en',
  words: ReportWords,
): Sheet {
  const cell = (value: CellValue | undefined): SheetCell => {
    if (value === null || value === undefined || value === false) return undefined;
    if (value === true) return words.yes;
    return typeof value === 'object' ? value.join(' ') : value;
  };
  return {
    name,
    head: columns.map((column) => COLUMN_LABELS[column]?.[language] ?? column),
    rows: rows.map((row) => columns.map((column) => cell(row[column]))),
  };
}
