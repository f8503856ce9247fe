import type { Diagnostic } from '../model/index.js';

/** What is said of tracked changes, whatever the format keeps them in. */
export function trackedChanges(
  counts: Readonly<Record<string, number>>,
  choice: 'accept' | 'reject',
): Diagnostic[] {
  const inserted = counts['inserted-revision'] ?? 0;
  const deleted = counts['deleted-revision'] ?? 0;
  if (inserted + deleted === 0) return [];
  return [
    {
      code: 'ingest/tracked-changes',
      severity: 'warning',
      message: `The file holds tracked changes (${inserted} insertions, ${deleted} deletions); they were ${choice}ed.`,
      params: { inserted, deleted, choice },
    },
  ];
}

/** Automatic numbers that the reader cannot know. */
export function lostNumbers(count: number): Diagnostic[] {
  if (count === 0) return [];
  return [
    {
      code: 'ingest/lost-numbers',
      severity: 'warning',
      message: `${count} paragraph(s) have an automatic number that the file does not write out: they are read without it.`,
      params: { count },
    },
  ];
}

/** Automatic numbers in formats this program does not know. */
export function numberFormats(formats: readonly string[]): Diagnostic[] {
  return formats.map((format) => ({
    code: 'ingest/number-format',
    severity: 'warning',
    message: `Automatic numbers in the format "${format}" were written as digits.`,
    params: { format },
  }));
}

export function embeddedParts(count: number): Diagnostic[] {
  if (count === 0) return [];
  return [
    {
      code: 'ingest/embedded-part',
      severity: 'warning',
      message: `${count} embedded document(s) inside the file were not read.`,
      params: { count },
    },
  ];
}

/** Characters that no decoder can bring back, with the place of the first. */
export function lostCharacters(text: string): Diagnostic[] {
  const at = text.indexOf('\ufffd');
  if (at < 0) return [];
  const count = text.split('\ufffd').length - 1;
  return [
    {
      code: 'ingest/lost-characters',
      severity: 'warning',
      message: `${count} character(s) were lost before this file was written (U+FFFD).`,
      span: { start: at, end: at + 1 },
      params: { count },
    },
  ];
}
