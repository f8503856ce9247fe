import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { FINDINGS } from '../../findings/index.js';
import { type Phrase, phrase } from '../../messages/index.js';
import { SENTENCE_RELATIONS, type SentenceRelation } from '../../model/index.js';
import { type MakeReportOptions, makeReport } from '../../pipeline/index.js';
import {
  FIGURES,
  type Figure,
  REPORT_RENDERERS,
  type ReportRenderer,
  reportRenderer,
} from '../../render/report/index.js';
import { UserError } from '../../text/index.js';
import { action, type CommandContext, checkChoice, commandOf, writeOutput } from '../context.js';
import { epochOf } from '../epoch.js';
import type { CliIo, CommonOptions } from '../io.js';
import { reportStale } from '../stale.js';
import { addFilterOptions, type FilterOptions, rowFilters } from './filters.js';

interface ReportCommandOptions extends CommonOptions, FilterOptions {
  readonly figure?: string;
  readonly trackChanges?: boolean;
  readonly brief?: boolean;
  readonly minRelation?: string;
  readonly force?: boolean;
  readonly encoding?: string;
  readonly single?: boolean;
}

const FORMATS = FINDINGS.report.formats;
const ENDINGS = REPORT_RENDERERS.flatMap(({ extensions }) => extensions);

/** `report <up> <down> [down2] -o <file>`: the comparison as a file to hand on. */
export function reportCommand(context: CommandContext): Command {
  const { io, say } = context;
  return declared(context).action(
    action<ReportCommandOptions>(
      context,
      undefined,
      async ({ options, screen, workspace }, ...names) => {
        const renderer = rendererOf(options);
        checkTarget(options, renderer, io);
        const progress = progressOf(io);
        progress(say('report.aligning'));
        const report = await makeReport(
          workspace(),
          names.filter(Boolean),
          reportOptions(options, io),
        );
        const alignments = report.pairs.map(({ alignment }) => alignment);
        progress('');
        reportStale(context, alignments);
        progress(say('report.rendering'));
        const content = renderer.render(report, {
          language: screen.language,
          epoch: epochOf(io),
          trackChanges: options.trackChanges === true,
          ...(options.figure !== undefined && { figure: options.figure as Figure }),
        });
        progress('');
        deliver(content, options, context);
        return undefined;
      },
    ),
  );
}

function declared(context: CommandContext): Command {
  const { say } = context;
  const command = commandOf(context, 'report', 'report.about')
    .argument('<up>', say('argument.upstream'))
    .argument('<down>', say('argument.downstream'))
    .argument('[down2]', say('report.down2'));
  return addFilterOptions(command, context)
    .option('--brief', say('report.brief'))
    .option('-o, --output <file>', say('report.output'))
    .option('-f, --format <name>', say('report.format', { values: FORMATS.join(', ') }))
    .option('--figure <name>', say('report.figure', { values: FIGURES.join(', ') }))
    .option('--track-changes', say('report.track'))
    .option('--min-relation <relation>', say('report.minRelation'))
    .option('--single', say('option.single'))
    .option('--encoding <name>', say('option.encoding'))
    .option('--force', say('option.force'));
}

function reportOptions(options: ReportCommandOptions, io: CliIo): MakeReportOptions {
  const { theme, section, minRelation, encoding } = options;
  return {
    stdin: io.stdin,
    section,
    filters: rowFilters(options),
    brief: options.brief === true,
    ...(theme !== undefined && { theme }),
    ...(minRelation !== undefined && { minRelation: minRelation as SentenceRelation }),
    ...(options.single === true && { single: true }),
    ...(encoding !== undefined && { encoding }),
  };
}

/** Errors: `cli/bad-value`, `cli/usage` where no format is named. */
function rendererOf(options: ReportCommandOptions): ReportRenderer {
  const { format, figure, output } = options;
  checkChoice('--format', format, FORMATS);
  checkChoice('--figure', figure, FIGURES);
  checkChoice('--min-relation', options.minRelation, SENTENCE_RELATIONS);
  const toFile = output !== undefined && output !== '-';
  const renderer = reportRenderer(
    format ?? (figure !== undefined && !toFile ? 'svg' : undefined),
    toFile ? output : undefined,
  );
  if (renderer === undefined) {
    const problem = toFile
      ? phrase('usage/unknown-ending', { file: output, endings: ENDINGS.join(', ') })
      : phrase('usage/no-format', { values: [...FORMATS, ...ENDINGS].join(', ') });
    throw usage(problem);
  }
  if (figure !== undefined && renderer.format !== 'svg') {
    throw usage(phrase('usage/figure-format', { format: renderer.format }));
  }
  return renderer;
}

/** Before any work is done: is there a place for the result? */
function checkTarget(
  { output, force }: ReportCommandOptions,
  renderer: ReportRenderer,
  io: CliIo,
): void {
  if (output === undefined || output === '-') {
    if (renderer.binary && io.stdout.isTTY) {
      throw usage(phrase('usage/no-terminal-format', { format: renderer.format.toUpperCase() }));
    }
    return;
  }
  if (force !== true && existsSync(resolve(io.cwd, output))) {
    throw usage(phrase('usage/file-exists', { file: output }));
  }
}

function usage(problem: Phrase): Error {
  return new UserError('cli/usage', { problem, command: 'report ' });
}

/** What is being done, on a terminal only; the empty text clears the line. */
function progressOf(io: CliIo): (text: string) => void {
  const shown = io.stderr.isTTY && !io.env.CI;
  return (text) => {
    if (shown) io.stderr.write(`\r\u001b[K${text}`);
  };
}

function deliver(
  content: string | Uint8Array,
  options: CommonOptions,
  context: CommandContext,
): void {
  // The stream takes bytes as well; its type only names what most commands write.
  if (options.output === undefined || options.output === '-')
    context.io.stdout.write(content as string);
  else writeOutput(context, options, content);
}
