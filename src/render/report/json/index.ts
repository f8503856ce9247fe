import { coverageJson, type DocumentRefJsonV1, documentRef } from '../../../findings/index.js';
import type { Report } from '../../../model/index.js';
import type { SpanJson } from '../../index.js';
import { jsonText } from '../../index.js';
import { type LinkRecord, type RecordEnd, recordsOf } from '../records.js';

interface ReportHeadJsonV1 {
  program: string;
  version: string;
  data: string;
  texts: string;
  configuration: Record<string, string>;
  sides: { name: string; documents: DocumentRefJsonV1[] }[];
}

interface ReportUnitJsonV1 {
  id: string;
  address: string;
  document: string;
  section: string;
  text: string;
  path: string | null;
  span: SpanJson;
}

interface ReportRowJsonV1 {
  type: 'section' | 'sentence' | 'missing' | 'local';
  pair: string;
  link: string | null;
  relation: string;
  score: number | null;
  moved: boolean | null;
  doubtful: boolean | null;
  themes: string[];
  upstream: ReportUnitJsonV1[];
  downstream: ReportUnitJsonV1[];
}

/** `duibiao.report/1`: head, coverage, and one row for each link, missing and local sentence. */
export interface ReportJsonV1 {
  schema: 'duibiao.report/1';
  head: ReportHeadJsonV1;
  coverage: ReturnType<typeof coverageJson>['pairs'];
  rows: ReportRowJsonV1[];
}

export function reportJson(report: Report): ReportJsonV1 {
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
  const head = { schema: 'duibiao.report-rows/1', ...headJson(report) };
  return [head, ...recordsOf(report).map(rowJson)]
    .map((value) => `${JSON.stringify(value)}\n`)
    .join('');
}

function headJson({ head, sides }: Report): ReportHeadJsonV1 {
  return {
    program: head.program,
    version: head.version,
    data: head.data,
    texts: head.texts,
    configuration: { ...head.configuration },
    sides: sides.map(({ side }) => ({
      name: side.name,
      documents: side.documents.map((document) =>
        documentRef(document.head, document.source?.path),
      ),
    })),
  };
}

function rowJson(row: LinkRecord): ReportRowJsonV1 {
  return {
    type: row.type,
    pair: row.pair,
    link: row.link ?? null,
    relation: row.relation,
    score: row.score === undefined ? null : Math.round(row.score * 1e4) / 1e4,
    moved: row.moved ?? null,
    doubtful: row.doubtful ?? null,
    themes: [...row.themes],
    upstream: endJson(row.upstream),
    downstream: endJson(row.downstream),
  };
}

function endJson(end: RecordEnd | undefined): ReportUnitJsonV1[] {
  return (end?.units ?? []).map((unit) => ({ ...unit, path: unit.path ?? null }));
}
