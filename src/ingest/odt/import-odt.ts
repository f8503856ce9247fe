import { UserError } from '../../text/index.js';
import { openArchive } from '../archive.js';
import type { ImportContext, Imported } from '../importer.js';
import { wordText } from '../word-text.js';
import { readOdtStory } from './story.js';
import { emptyStyles, readStyles } from './styles.js';

const PARTS = new Set(['content.xml', 'styles.xml', 'META-INF/manifest.xml']);

/**
 * The text of an OpenDocument text: one paragraph or table row a line, automatic numbers written out,
 * notes at the end.
 *
 * Errors: `UserError` for damage, passwords, zip bombs and files without text. Cost: linear.
 * Source: OASIS OpenDocument 1.3, part 3.
 */
export function importOdt(bytes: Uint8Array, context: ImportContext): Imported {
  const { path } = context;
  const archive = openArchive(bytes, context, (name) => PARTS.has(name));
  const manifest = archive.get('META-INF/manifest.xml');
  if (manifest !== undefined && Buffer.from(manifest).includes('encryption-data'))
    throw new UserError('ingest/password', { path });
  if (manifest !== undefined && !archive.has('styles.xml')) context.damage.part('styles.xml');
  const content = archive.get('content.xml');
  if (content === undefined) throw new UserError('ingest/odt-no-content', { path });
  const styles = emptyStyles();
  const shared = archive.get('styles.xml');
  if (shared !== undefined) readStyles(shared, 'styles.xml', path, styles);
  readStyles(content, 'content.xml', path, styles);
  const counts: Record<string, number> = {};
  const story = readOdtStory(content, context, styles, (kind, by = 1) => {
    counts[kind] = (counts[kind] ?? 0) + by;
  });
  return wordText({ ...story, notes: story.notes, counts }, context);
}
