/** What a renderer of reports is told besides the report. */
export interface ReportOptions {
  readonly language: 'zh' | 'en';
  /** Timestamp of files that must hold one (SOURCE_DATE_EPOCH), in seconds. */
  readonly epoch: number;
  /** DOCX: differences as tracked changes instead of formatting. */
  readonly trackChanges?: boolean;
}
