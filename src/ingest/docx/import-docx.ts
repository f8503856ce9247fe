import type { Diagnostic, LineHint, SourcePlace } from '../../model/index.js';
import { UserError } from '../../text/index.js';
import type { ImportContext, Imported } from '../importer.js';
import { LETTERHEAD_ROWS, letterheadOf } from '../letterhead.js';
import { trackedChanges } from '../remarks.js';
import { type Archive, openArchive } from './archive.js';
import { readNumbering } from './numbering.js';
import { readStory, type Story } from './story.js';
import type { StoryContext, StoryLine } from './story-state.js';
import { readStyles } from './styles.js';
import { readXml } from './xml.js';

/**
 * The text of a Word file: one paragraph or table row a line, automatic numbers written out, notes at
 * the end.
 *
 * Errors: `UserError` for damage, zip bombs, external entities. Cost: linear.
 */
export function importDocx(bytes: Uint8Array, context: ImportContext): Imported {
  const { path, trackChanges } = context;
  const archive = openArchive(bytes, context);
  const main = mainPart(archive, path);
  const content = main === undefined ? undefined : archive.get(main);
  if (main === undefined || content === undefined)
    throw new UserError('ingest/docx-no-document', { path });
  const related = relations(archive, main, path);
  const counts: Record<string, number> = {};
  const story: Omit<StoryContext, 'part'> = {
    path,
    trackChanges,
    meter: context.meter,
    styles: readStyles(archive, related.get('styles'), path),
    numbering: readNumbering(archive, related.get('numbering'), path),
    count: (kind, by = 1) => {
      counts[kind] = (counts[kind] ?? 0) + by;
    },
  };
  const body = readStory(content, { ...story, part: main });
  const notes = readNotes(archive, related, story);
  const lines = [...withLetterhead(body.lines), ...noteLines(body, notes)];
  if (lines.every(({ text }) => text.trim() === '')) throw new UserError('ingest/empty', { path });
  return {
    encoding: 'binary',
    layout: 'paragraphs',
    ...writeText(lines),
    counts,
    diagnostics: remarks(counts, trackChanges, body.unknownFormats),
  };
}

function mainPart(archive: Archive, path: string): string | undefined {
  const target = relations(archive, '', path).get('officeDocument');
  if (target !== undefined && archive.has(target)) return target;
  return archive.has('word/document.xml') ? 'word/document.xml' : undefined;
}

/** Parts that a part refers to inside the archive, by the last word of the relation's type. */
function relations(archive: Archive, part: string, path: string): ReadonlyMap<string, string> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const name = `${folder}_rels/${part.slice(folder.length)}.rels`;
  const found = new Map<string, string>();
  const bytes = archive.get(name);
  if (bytes === undefined) return found;
  readXml(bytes, name, path, {
    open(element, { Type, Target, TargetMode }) {
      if (element !== 'Relationship' || Type === undefined || Target === undefined) return;
      // What lies outside the archive (pictures, templates) is never fetched.
      if (TargetMode === 'External') return;
      const type = Type.slice(Type.lastIndexOf('/') + 1);
      if (!found.has(type))
        found.set(type, Target.startsWith('/') ? Target.slice(1) : folder + Target);
    },
    close() {},
  });
  return found;
}

function readNotes(
  archive: Archive,
  related: ReadonlyMap<string, string>,
  context: Omit<StoryContext, 'part'>,
): ReadonlyMap<string, string> {
  const notes = new Map<string, string>();
  for (const type of ['footnotes', 'endnotes']) {
    const part = related.get(type);
    const bytes = part === undefined ? undefined : archive.get(part);
    if (part === undefined || bytes === undefined) continue;
    for (const [id, text] of readStory(bytes, { ...context, part }).notes) notes.set(id, text);
  }
  return notes;
}

/** How many lines may stand above the red head: number of copies, secrecy, urgency. */
const LINES_ABOVE = 4;

/** A red head that is set as a table of offices is one line, as in papers that set it as text. */
function withLetterhead(lines: readonly StoryLine[]): readonly StoryLine[] {
  const start = lines.findIndex(({ role }) => role === 'table-row');
  const first = lines[start];
  const above = lines.slice(0, Math.max(0, start)).filter(({ text }) => text.trim() !== '');
  if (first === undefined || above.length > LINES_ABOVE) return lines;
  const length = lines.slice(start).findIndex(({ role }) => role !== 'table-row');
  const end = length < 0 ? lines.length : start + length;
  if (end - start > LETTERHEAD_ROWS) return lines;
  const text = letterheadOf(lines.slice(start, end).map((line) => line.text.split('\t')));
  if (text === undefined) return lines;
  return [...lines.slice(0, start), { text, paragraph: first.paragraph }, ...lines.slice(end)];
}

/** Highest number that has an enclosed form (⑳). */
const LAST_ENCLOSED = 20;

/** Notes in the order of their marks, numbered as Chinese documents print them. */
function noteLines(body: Story, notes: ReadonlyMap<string, string>): StoryLine[] {
  return body.references.flatMap(({ note, paragraph }, i) => {
    const text = notes.get(note);
    if (text === undefined || text === '') return [];
    const mark = i < LAST_ENCLOSED ? String.fromCharCode(0x2460 + i) : `（${i + 1}）`;
    return [{ text: `${mark}${text}`, paragraph, role: 'footnote' as const }];
  });
}

function writeText(lines: readonly StoryLine[]) {
  const places: SourcePlace[] = [];
  const hints: LineHint[] = [];
  const parts: string[] = [];
  let length = 0;
  for (const { text, paragraph, outline, role } of lines) {
    if (places.at(-1)?.paragraph !== paragraph) places.push({ start: length, paragraph });
    for (const piece of text.split('\n')) {
      if (outline !== undefined || role !== undefined) {
        hints.push({
          start: length,
          ...(role !== undefined && { role }),
          ...(outline !== undefined && { outline }),
        });
      }
      parts.push(piece, '\n');
      length += piece.length + 1;
    }
  }
  return { text: parts.join(''), places, hints };
}

function remarks(
  counts: Readonly<Record<string, number>>,
  trackChanges: 'accept' | 'reject',
  unknownFormats: readonly string[],
): Diagnostic[] {
  const found: Diagnostic[] = [];
  const inserted = counts['inserted-revision'] ?? 0;
  const deleted = counts['deleted-revision'] ?? 0;
  if (inserted + deleted > 0) {
    found.push(trackedChanges(inserted, deleted, trackChanges));
  }
  for (const format of unknownFormats) {
    found.push({
      code: 'ingest/number-format',
      severity: 'warning',
      message: `Automatic numbers in the format "${format}" were written as digits.`,
      params: { format },
    });
  }
  const embedded = counts['embedded-part'] ?? 0;
  if (embedded > 0) {
    found.push({
      code: 'ingest/embedded-part',
      severity: 'warning',
      message: `${embedded} embedded document(s) inside the file were not read.`,
      params: { count: embedded },
    });
  }
  return found;
}
