import { FINDINGS, type ReportFormat } from '../../findings/index.js';
import type { Report } from '../../model/index.js';
import { renderAkoma } from './akoma/index.js';
import { renderCsv } from './csv/index.js';
import { renderDocx } from './docx/index.js';
import { type Figure, renderFigure } from './figure/index.js';
import { renderHtml } from './html/index.js';
import { renderReportJson, renderReportLines } from './json/index.js';
import { renderMarkdown } from './markdown/index.js';
import type { ReportOptions } from './options.js';
import { renderXlsx } from './xlsx/index.js';

/** A form a report can take. */
export interface ReportRenderer {
  /** As `--format` names it. */
  readonly format: ReportFormat;
  /** Endings of file names that mean it, in lower case. */
  readonly extensions: readonly string[];
  /** Bytes that are no text: not for a terminal. */
  readonly binary: boolean;
  readonly render: (report: Report, options: ReportRequest) => string | Uint8Array;
}

export interface ReportRequest extends ReportOptions {
  /** Which picture, where the form is one. */
  readonly figure?: Figure;
}

/** How each form is drawn; a form that `findings/registry.ts` lists and that is not here does not compile. */
const DRAWN: Readonly<Record<ReportFormat, Omit<ReportRenderer, 'format'>>> = {
  html: { extensions: ['.html', '.htm'], binary: false, render: renderHtml },
  docx: { extensions: ['.docx'], binary: true, render: renderDocx },
  xlsx: { extensions: ['.xlsx'], binary: true, render: renderXlsx },
  markdown: { extensions: ['.md', '.markdown'], binary: false, render: renderMarkdown },
  csv: { extensions: ['.csv'], binary: false, render: renderCsv },
  json: { extensions: ['.json'], binary: false, render: renderReportJson },
  jsonl: { extensions: ['.jsonl', '.ndjson'], binary: false, render: renderReportLines },
  akoma: { extensions: ['.akn', '.xml'], binary: false, render: renderAkoma },
  svg: {
    extensions: ['.svg'],
    binary: false,
    render: (report, options) => renderFigure(report, options.figure ?? 'flow', options),
  },
};

/** Every form of a report, in the order of help. */
export const REPORT_RENDERERS: readonly ReportRenderer[] = FINDINGS.report.formats.map(
  (format) => ({ format, ...DRAWN[format] }),
);

/** The renderer a format or a file name asks for. */
export function reportRenderer(
  format: string | undefined,
  file: string | undefined,
): ReportRenderer | undefined {
  if (format !== undefined) return REPORT_RENDERERS.find((each) => each.format === format);
  const name = (file ?? '').toLowerCase();
  return REPORT_RENDERERS.find((each) => each.extensions.some((ending) => name.endsWith(ending)));
}
