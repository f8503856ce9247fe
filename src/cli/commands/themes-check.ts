import { existsSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Command } from 'commander';
import {
  fileAtRevision,
  gitFolder,
  readThemes,
  type ThemeFile,
  themeFiles,
} from '../../corpus/index.js';
import {
  FINDINGS,
  renderThemeChanges,
  themeChangeRows,
  themeChangesJson,
} from '../../findings/index.js';
import type { Side, Theme, ThemeChange } from '../../model/index.js';
import {
  checkThemeChange,
  corpusSide,
  diagnoseThemes,
  distinctDocuments,
  readSide,
  themesOf,
  type Workspace,
} from '../../pipeline/index.js';
import { isRowFormat, jsonText, placeFinder, renderRows } from '../../render/index.js';
import { UserError } from '../../text/index.js';
import { action, type CommandContext, commandOf } from '../context.js';
import type { CommonOptions } from '../io.js';
import { analysisView } from './analysis.js';

const FORMATS = FINDINGS['theme-changes'].formats;

interface CheckOptions extends CommonOptions {
  readonly since?: string;
  readonly documents?: string;
}

/** A theme as it was and as it is. */
interface Edited {
  readonly before: Theme | undefined;
  readonly after: Theme;
}

/** `themes check [file…]`: what an edit of theme files adds and loses, sentence by sentence. */
export function themesCheckCommand(context: CommandContext): Command {
  const { say } = context;
  return commandOf(context, 'check', 'themes.check.about', FORMATS)
    .argument('[files...]', say('themes.check.file'))
    .option('--since <ref>', say('themes.check.since'))
    .option('--documents <names>', say('themes.check.documents'))
    .action(
      action<CheckOptions>(
        context,
        FORMATS,
        async ({ options, screen, workspace, emit }, ...paths) => {
          const ws = workspace();
          const edited =
            paths.length > 0
              ? await editedFiles(ws, paths, options.since)
              : await editedCorpus(ws, options.since ?? 'HEAD');
          const sides = await sidesOf(ws, options.documents);
          const documents = distinctDocuments(sides);
          const changes: ThemeChange[] = edited.map(({ before, after }) =>
            checkThemeChange(before, after, documents),
          );
          const diagnosis = diagnoseThemes(
            edited.map(({ after }) => after),
            documents,
          );
          if (options.format === 'json') emit(jsonText(themeChangesJson(changes, diagnosis)));
          else if (isRowFormat(options.format))
            emit(
              renderRows(
                themeChangeRows(changes, placeFinder(documents)),
                options.format,
                screen.language,
              ),
            );
          else emit(renderThemeChanges(changes, diagnosis, analysisView(screen, ws)));
          return undefined;
        },
      ),
    );
}

async function sidesOf(ws: Workspace, names: string | undefined): Promise<Side[]> {
  if (names === undefined) return [await corpusSide(ws)];
  const sides: Side[] = [];
  for (const name of names.split(/[,，]/)) sides.push(await readSide(ws, name.trim()));
  return sides;
}

/**
 * Named files against the corpus's theme of the same id; a file of the corpus itself against what git has of it.
 *
 * Errors: `ingest/not-found`, `corpus/bad-file` with line and column.
 */
async function editedFiles(
  ws: Workspace,
  paths: readonly string[],
  since: string | undefined,
): Promise<Edited[]> {
  const own = new Map(
    themeFiles(ws.corpus).map((file) => [
      resolve(ws.corpus.root, themeFolder(ws), basename(file.path)),
      file,
    ]),
  );
  const edited: Edited[] = [];
  for (const path of paths) {
    const full = resolve(ws.cwd, path);
    if (!existsSync(full)) throw new UserError('ingest/not-found', { path });
    const [after] = readThemes([{ path, content: readFileSync(full, 'utf8') }]);
    const before =
      own.has(full) || since !== undefined
        ? await themeAt(ws, full, path, since ?? 'HEAD')
        : themesOf(ws).find(({ id }) => id === after!.id);
    edited.push({ before, after: after! });
  }
  return edited;
}

/** All theme files of the corpus that differ from the revision. */
async function editedCorpus(ws: Workspace, since: string): Promise<Edited[]> {
  const edited: Edited[] = [];
  for (const file of themeFiles(ws.corpus)) {
    const full = join(ws.corpus.root, themeFolder(ws), basename(file.path));
    const [after] = readThemes([file]);
    const before = await themeAt(ws, full, file.path, since);
    if (JSON.stringify(before) !== JSON.stringify(after)) edited.push({ before, after: after! });
  }
  return edited;
}

function themeFolder(ws: Workspace): string {
  return ws.corpus.file.themes ?? 'themes';
}

/** The theme a file held at a revision; absent where it was not there. Errors: those of git and of theme files. */
async function themeAt(
  ws: Workspace,
  full: string,
  shown: string,
  revision: string,
): Promise<Theme | undefined> {
  const folder = await gitFolder(ws.corpus.root);
  const content = await fileAtRevision(folder, revision, full);
  if (content === undefined) return undefined;
  const file: ThemeFile = { path: `${revision}:${shown}`, content };
  return readThemes([file])[0];
}
