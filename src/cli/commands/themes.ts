import type { Command } from 'commander';
import { FINDINGS, renderThemes, themeRows, themesJson } from '../../findings/index.js';
import { labelsOf, readSide, selectThemes, themesOf } from '../../pipeline/index.js';
import { isRowFormat, jsonText, placeFinder, renderRows } from '../../render/index.js';
import { action, type CommandContext, commandOf } from '../context.js';
import { reportDoubts } from '../doubts.js';
import { addReadingOptions, type ReadingOptions, readOptions } from './parse.js';
import { themesCheckCommand } from './themes-check.js';
import { themesInitCommand } from './themes-init.js';
import { themesTryCommand } from './themes-try.js';

const FORMATS = FINDINGS.themes.formats;

interface ThemesOptions extends ReadingOptions {
  readonly theme?: string;
}

/** `themes <doc…>`: which sentences belong to which theme, and why; `themes init|try|check` look after theme files. */
export function themesCommand(context: CommandContext): Command {
  const command = commandOf(context, 'themes', 'themes.about', FORMATS)
    .argument('<doc...>', context.say('argument.document'))
    .option('--theme <id>', context.say('option.theme'));
  // Options after `init`, `try` or `check` are theirs.
  command.enablePositionalOptions();
  command
    .addCommand(themesInitCommand(context))
    .addCommand(themesTryCommand(context))
    .addCommand(themesCheckCommand(context));
  return addReadingOptions(command, context).action(
    action<ThemesOptions>(
      context,
      FORMATS,
      async ({ options, screen, workspace, emit }, ...names) => {
        const ws = workspace();
        const themes = selectThemes(themesOf(ws), options.theme);
        const documents = [];
        for (const name of names) {
          const side = await readSide(ws, name, readOptions(ws, options, context));
          for (const units of side.documents)
            documents.push({ units, labels: labelsOf(units, themes) });
        }
        reportDoubts(
          context,
          { options, screen, emit },
          documents.map(({ units }) => units),
        );
        if (options.format === 'json') emit(jsonText(themesJson(documents)));
        else if (isRowFormat(options.format)) {
          const placeOf = placeFinder(documents.map(({ units }) => units));
          const labels = documents.flatMap((document) => document.labels);
          const table = themeRows(labels, themes, placeOf, screen.language);
          emit(renderRows(table, options.format, screen.language));
        } else emit(renderThemes(documents, themes, screen));
        return undefined;
      },
    ),
  );
}
