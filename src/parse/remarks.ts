/** What is said of a document's head. */
import type { Diagnostic, PolicyDocument } from '../model/index.js';

export function headRemarks(document: PolicyDocument): Diagnostic[] {
  const remarks: Diagnostic[] = [];
  const at = { start: document.span.start, end: document.span.start };
  if (document.title === '') {
    remarks.push({
      code: 'parse/no-title',
      severity: 'warning',
      message: 'No title was found.',
      span: at,
    });
  }
  if (document.children.length === 0) {
    remarks.push({
      code: 'parse/no-body',
      severity: 'warning',
      message: 'No body text was found.',
      span: at,
    });
  }
  return remarks;
}
