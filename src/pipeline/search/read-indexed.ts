import { join } from 'node:path';
import type { DocumentUnits } from '../../model/index.js';
import type { IndexedDocument } from '../../search/index.js';
import { contentKey } from '../../text/index.js';
import { readDocuments, unitsOf } from '../read.js';
import type { Workspace } from '../workspace.js';

/** A document that an index names, cut into units; absent where its file has changed since. Read once for all runs. */
export async function readIndexed(
  ws: Workspace,
  root: string,
  { path, ordinal, sha256 }: IndexedDocument,
): Promise<DocumentUnits | undefined> {
  const key = (): string =>
    contentKey('indexed', path, sha256, `${ordinal}`, ws.regionsText(), ws.namesText());
  try {
    return await ws.cache.rememberLater('units', key, async () => {
      // Ids need be apart inside one comparison alone.
      const parsed = await readDocuments({ ...ws, owners: new Map() }, join(root, path));
      const units = unitsOf(parsed)[ordinal];
      if (units === undefined || parsed.source.sha256 !== sha256) throw CHANGED;
      return units;
    });
  } catch (error) {
    if (error === CHANGED) return undefined;
    throw error;
  }
}

/** The file is another now than when it was indexed, a moment ago: nothing of it is kept. */
const CHANGED = new Error('changed while it was read');
