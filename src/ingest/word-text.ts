import { UserError } from '../text/index.js';
import type { ImportContext, Imported } from './importer.js';
import {
  type NoteReference,
  noteLines,
  type ParagraphLine,
  withLetterhead,
  writeParagraphs,
} from './paragraphs.js';
import { embeddedParts, numberFormats, trackedChanges } from './remarks.js';

/** What a word processor's file holds, once its own format is read. */
interface WordStory {
  readonly lines: readonly ParagraphLine[];
  readonly references: readonly NoteReference[];
  readonly notes: ReadonlyMap<string, string>;
  /** Formats of automatic numbers that are not known. */
  readonly unknownFormats: readonly string[];
  readonly counts: Record<string, number>;
}

/** The text of such a file with what was doubtful in it. Errors: `ingest/empty`. */
export function wordText(
  { lines, references, notes, unknownFormats, counts }: WordStory,
  { path, trackChanges }: ImportContext,
): Imported {
  const all = [...withLetterhead(lines), ...noteLines(references, notes)];
  if (all.every(({ text }) => text.trim() === '')) throw new UserError('ingest/empty', { path });
  return {
    encoding: 'binary',
    layout: 'paragraphs',
    ...writeParagraphs(all),
    counts,
    diagnostics: [
      ...trackedChanges(counts, trackChanges),
      ...numberFormats(unknownFormats),
      ...embeddedParts(counts['embedded-part'] ?? 0),
    ],
  };
}
