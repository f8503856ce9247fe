import { UserError } from '../../text/index.js';
import { type Archive, openArchive } from '../archive.js';
import type { ImportContext, Imported } from '../importer.js';
import { wordText } from '../word-text.js';
import { readXml } from '../xml.js';
import { readNumbering } from './numbering.js';
import { readStory } from './story.js';
import type { StoryContext } from './story-state.js';
import { readStyles } from './styles.js';

/**
 * The text of a Word file: one paragraph or table row a line, automatic numbers written out, notes at
 * the end.
 *
 * Errors: `UserError` for damage, zip bombs, external entities. Cost: linear.
 */
export function importDocx(bytes: Uint8Array, context: ImportContext): Imported {
  const { path, trackChanges, damage } = context;
  const archive = openArchive(bytes, context, isTextPart);
  const main = mainPart(archive, path);
  const content = main === undefined ? undefined : archive.get(main);
  if (main === undefined || content === undefined)
    throw new UserError('ingest/docx-no-document', { path });
  const related = relations(archive, main, path);
  for (const type of READ) {
    const part = related.get(type);
    if (part !== undefined && !archive.has(part)) damage.part(part);
  }
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
  if (body.references.some(({ note }) => !notes.has(note))) damage.part(main);
  return wordText({ ...body, notes, counts }, context);
}

/** Parts that are read beside the text, by the types of their relations. */
const READ = ['styles', 'numbering', 'footnotes', 'endnotes'] as const;

/** Pictures and fonts are left packed. */
function isTextPart(name: string): boolean {
  return /\.(?:xml|rels)$/i.test(name) && /^(?:\[Content_Types\]|_rels\/|word\/)/i.test(name);
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
