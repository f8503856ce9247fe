import type { Command } from 'commander';
import {
  FINDINGS,
  renderThemeChanges,
  themeChangeRows,
  themeChangesJson,
} from '../../findings/index.js';
import { themeChangesOf } from '../../pipeline/index.js';
import { isRowFormat, jsonText, placeFinder, renderRows } from '../../render/index.js';
import { action, type CommandContext, commandOf } from '../context.js';
import type { CommonOptions } from '../io.js';
import { analysisView, namesOption } from './analysis.js';

const FORMATS = FINDINGS['theme-changes'].formats;

interface CheckOptions extends CommonOptions {
  readonly since?: string;
  readonly documents?: string;
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
          const { changes, diagnosis, documents } = await themeChangesOf(ws, paths, {
            since: options.since,
            documents: namesOption(options.documents),
          });
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
