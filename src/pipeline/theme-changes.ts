/** What an edit of theme files adds and loses, sentence by sentence. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { checkThemeChange, diagnoseThemes } from '../align/index.js';
import { fileAtRevision, gitFolder, readThemeFile, themeFiles } from '../corpus/index.js';
import type { DocumentUnits, Theme, ThemeChange } from '../model/index.js';
import { UserError } from '../text/index.js';
import { themesOf } from './knowledge.js';
import { corpusSide, distinctDocuments, readSides } from './read.js';
import type { Workspace } from './workspace.js';

export interface ThemeChangesOfOptions {
  /** Revision to hold the files against; `HEAD` without it. */
  readonly since?: string | undefined;
  /** What to try the themes on; the whole corpus without it. */
  readonly documents?: readonly string[] | undefined;
}

export interface ThemeChangesResult {
  readonly changes: readonly ThemeChange[];
  readonly diagnosis: ReturnType<typeof diagnoseThemes>;
  readonly documents: readonly DocumentUnits[];
}

/**
 * Theme files as they are against what they were; without paths, those of the corpus that differ from the revision.
 *
 * A file of the corpus is held against what git has of it, any other against the corpus's theme of the same id.
 * *Errors*: `ingest/not-found`, `corpus/bad-file` with line and column, those of git and of reading.
 *
 * @example
 * const ws = openWorkspace(process.cwd());
 * const { changes } = await themeChangesOf(ws, ['corpus/themes/housing.yaml'], { documents: ['wuhan'] });
 */
export async function themeChangesOf(
  ws: Workspace,
  paths: readonly string[],
  { since, documents: names }: ThemeChangesOfOptions = {},
): Promise<ThemeChangesResult> {
  const edited =
    paths.length > 0
      ? await editedFiles(ws, paths, since)
      : await editedCorpus(ws, since ?? 'HEAD');
  const sides = names === undefined ? [await corpusSide(ws)] : await readSides(ws, names);
  const documents = distinctDocuments(sides);
  const changes = edited.map(({ before, after }) => checkThemeChange(before, after, documents));
  const themes = edited.map(({ after }) => after);
  return { changes, diagnosis: diagnoseThemes(themes, documents), documents };
}

/** A theme as it was and as it is. */
interface Edited {
  readonly before: Theme | undefined;
  readonly after: Theme;
}

async function editedFiles(
  ws: Workspace,
  paths: readonly string[],
  since: string | undefined,
): Promise<Edited[]> {
  const own = new Set(themeFiles(ws.corpus).map(({ file }) => file));
  const edited: Edited[] = [];
  for (const path of paths) {
    const full = resolve(ws.cwd, path);
    if (!existsSync(full)) throw new UserError('ingest/not-found', { path });
    const after = readThemeFile({ path, content: readFileSync(full, 'utf8') });
    const before =
      own.has(full) || since !== undefined
        ? await themeAt(ws, full, path, since ?? 'HEAD')
        : themesOf(ws).find(({ id }) => id === after.id);
    edited.push({ before, after });
  }
  return edited;
}

/** All theme files of the corpus that differ from the revision. */
async function editedCorpus(ws: Workspace, since: string): Promise<Edited[]> {
  const edited: Edited[] = [];
  for (const stored of themeFiles(ws.corpus).filter(({ shipped }) => !shipped)) {
    const after = readThemeFile(stored);
    const before = await themeAt(ws, stored.file, stored.path, since);
    if (JSON.stringify(before) !== JSON.stringify(after)) edited.push({ before, after });
  }
  return edited;
}

/** The theme a file held at a revision; absent where it was not there. */
async function themeAt(
  ws: Workspace,
  full: string,
  shown: string,
  revision: string,
): Promise<Theme | undefined> {
  const folder = await gitFolder(ws.corpus.root);
  const content = await fileAtRevision(folder, revision, full);
  return content === undefined
    ? undefined
    : readThemeFile({ path: `${revision}:${shown}`, content });
}
