import type { Diagnostic } from '../../model/index.js';
import { UserError } from '../../text/index.js';
import type { ImportContext, Imported } from '../importer.js';
import { noteLines, withLetterhead, writeParagraphs } from '../paragraphs.js';
import { lostCharacters, lostNumbers, trackedChanges } from '../remarks.js';
import { readRtf } from './read-rtf.js';

/** Half of a pair of UTF-16 units. */
const HALF = /(?<![\ud800-\udbff])[\udc00-\udfff]|[\ud800-\udbff](?![\udc00-\udfff])/g;

/**
 * The text of a Rich Text file: one paragraph or table row a line, automatic numbers as the file
 * writes them, notes at the end.
 *
 * Errors: `UserError` for damage and for files without text. Cost: linear.
 */
export function importRtf(bytes: Uint8Array, context: ImportContext): Imported {
  const { path, trackChanges } = context;
  const counts: Record<string, number> = {};
  const { lines, notes, references } = readRtf(bytes, context, (kind, by = 1) => {
    counts[kind] = (counts[kind] ?? 0) + by;
  });
  const all = [...withLetterhead(lines), ...noteLines(references, notes)];
  if (all.every(({ text }) => text.trim() === '')) throw new UserError('ingest/empty', { path });
  const { text, ...written } = writeParagraphs(all);
  // Half of a pair is no character.
  const whole = text.replace(HALF, '\ufffd');
  const diagnostics: Diagnostic[] = [
    ...trackedChanges(counts, trackChanges),
    ...lostNumbers(counts['lost-number'] ?? 0),
    ...lostCharacters(whole),
  ];
  return { encoding: 'binary', layout: 'paragraphs', text: whole, ...written, counts, diagnostics };
}
