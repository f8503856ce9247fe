import { existsSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import type { Command } from 'commander';
import { type Phrase, phrase } from '../../messages/index.js';
import { reviewSheet } from '../../pipeline/index.js';
import { SHEET_RENDERERS, type SheetRenderer } from '../../render/review/index.js';
import { UserError } from '../../text/index.js';
import { action, type CommandContext, checkChoice, commandOf, writeOutput } from '../context.js';
import { epochOf } from '../epoch.js';
import type { CliIo } from '../io.js';
import { addReadingOptions, type ReadingOptions, readOptions } from './parse.js';

interface ExportOptions extends ReadingOptions {
  readonly all?: boolean;
  readonly force?: boolean;
}

const FORMATS = SHEET_RENDERERS.map(({ format }) => format);

/** `review export <up> <down> -o <file>`: the questions as a sheet to fill in. */
export function exportReviewCommand(context: CommandContext): Command {
  const { io, say } = context;
  const command = commandOf(context, 'export', 'review.export.about')
    .argument('<up>', say('argument.upstream'))
    .argument('<down>', say('argument.downstream'))
    .option('-o, --output <file>', say('review.output'))
    .option('-f, --format <name>', say('review.format', { values: FORMATS.join(', ') }))
    .option('--all', say('review.all'))
    .option('--links <file>', say('option.links'))
    .option('--force', say('option.force'));
  return addReadingOptions(command, context).action(
    action<ExportOptions>(
      context,
      undefined,
      async ({ options, screen, workspace }, up = '', down = '') => {
        const renderer = rendererOf(options, io);
        const ws = workspace();
        const reading = readOptions(ws, options, context);
        const sheet = await reviewSheet(ws, up, down, { ...reading, all: options.all === true });
        if (sheet.rows.length === 0)
          throw new UserError('review/no-questions', { upstream: up, downstream: down });
        const content = renderer.render(sheet, { language: screen.language, epoch: epochOf(io) });
        const file = options.output;
        // The stream takes bytes as well; its type only names what most commands write.
        if (file === undefined || file === '-') io.stdout.write(content as string);
        else {
          const told = say('review.wrote', { file, count: sheet.rows.length });
          writeOutput(context, options, content, told);
        }
        return undefined;
      },
    ),
  );
}

/** Before any work is done: what is written, and is there a place for it? Errors: `cli/bad-value`, `cli/usage`. */
function rendererOf({ format, output, force }: ExportOptions, io: CliIo): SheetRenderer {
  checkChoice('--format', format, FORMATS);
  const wrong = (problem: Phrase): Error =>
    new UserError('cli/usage', { problem, command: 'review export ' });
  const isFile = output !== undefined && output !== '-';
  const wanted = format ?? (isFile ? extname(output).slice(1).toLowerCase() : undefined);
  const renderer = SHEET_RENDERERS.find((own) => own.format === wanted);
  const values = FORMATS.join(', ');
  if (renderer === undefined)
    throw wrong(
      isFile
        ? phrase('usage/unknown-ending', { file: output, endings: values })
        : phrase('usage/no-format', { values }),
    );
  if (!isFile && renderer.binary && io.stdout.isTTY)
    throw wrong(phrase('usage/no-terminal-format', { format: renderer.format.toUpperCase() }));
  if (isFile && force !== true && existsSync(resolve(io.cwd, output)))
    throw wrong(phrase('usage/file-exists', { file: output }));
  return renderer;
}
