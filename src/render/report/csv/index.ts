import type { Report } from '../../../model/index.js';
import { csvCell } from '../../index.js';
import {
  bodiesText,
  joined,
  type LinkRecord,
  type RecordEnd,
  rangeText,
  recordsOf,
} from '../records.js';

const SIDES = ['upstream', 'downstream'] as const;
const END_COLUMNS = [
  'ids',
  'addresses',
  'document',
  'section',
  'text',
  'file',
  'lines',
  'pages',
  'paragraphs',
  'bodies',
];

/**
 * One row for each link, missing and local sentence (RFC 4180), with a byte order mark so that
 * spreadsheets read it as UTF-8. A cell that a spreadsheet could take for a formula gets an apostrophe.
 * Every row names schema, program and data, so that it can be told where it came from.
 */
export function renderCsv(report: Report): string {
  const { program, version, data, texts } = report.head;
  const origin = ['duibiao.report-rows/1', `${program} ${version}`, data, texts];
  const head = [
    ...['type', 'pair', 'link', 'relation', 'score', 'moved', 'doubtful', 'decided', 'themes'],
    ...SIDES.flatMap((side) => END_COLUMNS.map((column) => `${side}_${column}`)),
    ...['schema', 'program', 'data', 'texts'],
  ];
  const rows = recordsOf(report).map((row) => [...rowCells(row), ...origin]);
  return `\ufeff${[head, ...rows].map((cells) => cells.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

function rowCells(row: LinkRecord): string[] {
  return [
    row.type,
    row.pair,
    row.link ?? '',
    row.relation,
    row.score === undefined ? '' : row.score.toFixed(4),
    String(row.moved ?? ''),
    String(row.doubtful ?? ''),
    row.link === undefined && row.decided !== true ? '' : String(row.decided ?? false),
    row.themes.join(' '),
    ...endCells(row.upstream),
    ...endCells(row.downstream),
  ];
}

function endCells(end: RecordEnd | undefined): string[] {
  return [
    joined(end, ({ id }) => id, ' '),
    joined(end, ({ address }) => address, ' '),
    joined(end, ({ document }) => document, ' '),
    joined(end, ({ section }) => section),
    (end?.units ?? []).map(({ text }) => text).join(''),
    joined(end, ({ path }) => path ?? ''),
    joined(end, ({ span }) => rangeText(span.lines)),
    joined(end, ({ span }) => rangeText(span.pages)),
    joined(end, ({ span }) => rangeText(span.paragraphs)),
    bodiesText(end),
  ];
}
