import type { Diagnostic } from '../model/index.js';

/** What is said of tracked changes, whatever the format keeps them in. */
export function trackedChanges(
  inserted: number,
  deleted: number,
  choice: 'accept' | 'reject',
): Diagnostic {
  return {
    code: 'ingest/tracked-changes',
    severity: 'warning',
    message: `The file holds tracked changes (${inserted} insertions, ${deleted} deletions); they were ${choice}ed.`,
    params: { inserted, deleted, choice },
  };
}
