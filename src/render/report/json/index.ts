import {
  coverageJson,
  documentRef,
  type ReportJson,
  type ReportLineJson,
} from '../../../findings/index.js';
import type { Report } from '../../../model/index.js';
import { rounded } from '../../../text/index.js';
import { jsonText } from '../../index.js';
import { type LinkRecord, type RecordEnd, recordsOf } from '../records.js';

function reportJson(report: Report): ReportJson {
  return {
    schema: 'duibiao.report/1',
    head: headJson(report),
    coverage: coverageJson(report.pairs.map(({ coverage }) => coverage)).pairs,
    rows: recordsOf(report).map(rowJson),
  };
}

export function renderReportJson(report: Report): string {
  return jsonText(reportJson(report));
}

/** The head on the first line, then a row a line. */
export function renderReportLines(report: Report): string {
  const head: ReportLineJson = { schema: 'duibiao.report-rows/1', ...headJson(report) };
  return [head, ...recordsOf(report).map(rowJson)]
    .map((value) => `${JSON.stringify(value)}\n`)
    .join('');
}

function headJson({ head, sides }: Report): ReportJson['head'] {
  return {
    program: head.program,
    version: head.version,
    data: head.data,
    texts: head.texts,
    configuration: { ...head.configuration },
    sides: sides.map(({ side }) => ({
      name: side.name,
      documents: side.documents.map((document) => documentRef(document)),
    })),
  };
}

function rowJson(row: LinkRecord): ReportJson['rows'][number] {
  return {
    type: row.type,
    pair: row.pair,
    link: row.link ?? null,
    relation: row.relation,
    score: row.score === undefined ? null : rounded(row.score),
    moved: row.moved ?? null,
    doubtful: row.doubtful ?? null,
    ...(row.decided === true && { decided: true as const }),
    themes: [...row.themes],
    upstream: endJson(row.upstream),
    downstream: endJson(row.downstream),
  };
}

function endJson(end: RecordEnd | undefined): ReportJson['rows'][number]['upstream'] {
  return (end?.units ?? []).map(({ bodies, ...unit }) => ({
    ...unit,
    path: unit.path ?? null,
    ...(bodies && { bodies: bodies.map((body) => ({ ...body })) }),
  }));
}
