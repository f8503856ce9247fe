import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import {
  diffusionJson,
  FINDINGS,
  MATRIX_LINKS,
  MATRIX_PAIRS,
  MATRIX_THEMES,
  type MatrixTable,
  matrixJson,
  matrixLinksJson,
  renderDiffusion,
  renderMatrix,
} from '../../findings/index.js';
import type { MatrixRow } from '../../model/index.js';
import {
  cachePlace,
  diffusionOf,
  dropState,
  type MatrixOfOptions,
  type MatrixResult,
  matrixEstimate,
  matrixOf,
  plainFolder,
} from '../../pipeline/index.js';
import { csvLines, jsonText, parquetOf, type RowStream } from '../../render/index.js';
import { renderDiffusionHtml } from '../../render/report/index.js';
import { contentKey, UserError } from '../../text/index.js';
import {
  action,
  type CommandContext,
  checkChoice,
  commandOf,
  type Run,
  writeOutput,
} from '../context.js';
import { EXIT, type ExitCode } from '../exit.js';
import type { CommonOptions } from '../io.js';
import { sayFaults, spanText, stepTeller } from '../matrix-words.js';
import { countOption, namesOption } from './analysis.js';

const FORMATS = FINDINGS.matrix.formats;

interface MatrixCommandOptions extends CommonOptions {
  readonly from?: string;
  readonly to?: string;
  readonly tree?: boolean;
  readonly all?: boolean;
  readonly pairs?: string;
  readonly theme?: string;
  readonly byTheme?: boolean;
  readonly detail?: boolean;
  readonly summary?: boolean;
  readonly jobs?: string;
  readonly state?: string;
  readonly queue?: string;
  readonly dryRun?: boolean;
}

/** `matrix`: the pairs of a collection, one row a pair or a link. */
export function matrixCommand(context: CommandContext): Command {
  return declared(context).action(
    action<MatrixCommandOptions>(context, FORMATS, async (run) => {
      const { options, workspace } = run;
      const jobs = countOption('--jobs', options.jobs) ?? usualJobs();
      refuseTerminal(options);
      const ws = workspace(true);
      const state = stateOf(context, options);
      const wanted = { ...choiceOf(context, options), jobs, state };
      if (options.dryRun === true) return dryRun(context, run, wanted);
      const code = await matrixOf(
        ws,
        { ...wanted, tell: stepTeller(context, run.step) },
        async (result) => {
          await write(context, run, result);
          return sayFaults(context, result) ? EXIT.usage : EXIT.done;
        },
      );
      if (options.state === undefined) dropState(ws, state);
      return code as ExitCode;
    }),
  );
}

async function dryRun(
  { say }: CommandContext,
  { workspace, emit }: Run<MatrixCommandOptions>,
  wanted: MatrixOfOptions,
): Promise<undefined> {
  const found = await matrixEstimate(workspace(true), wanted);
  const { papers, open, samples, seconds, secondsEach, bytes } = found;
  const told = { papers, open, samples, time: spanText(seconds, say), jobs: wanted.jobs ?? 1 };
  const size = Math.ceil(bytes / 1e6);
  emit(`${say('matrix.estimate', { ...told, each: secondsEach.toFixed(2), size })}\n`);
  return undefined;
}

function declared(context: CommandContext): Command {
  const { say } = context;
  return commandOf(context, 'matrix', 'matrix.about', FORMATS)
    .option('--from <names>', say('matrix.from'))
    .option('--to <names>', say('matrix.to'))
    .option('--tree', say('matrix.tree'))
    .option('--all', say('matrix.all'))
    .option('--pairs <file>', say('matrix.pairs'))
    .option('--theme <id>', say('option.theme'))
    .option('--by-theme', say('matrix.byTheme'))
    .option('--detail', say('matrix.detail'))
    .option('--summary', say('matrix.summary'))
    .option('--jobs <n>', say('matrix.jobs'))
    .option('--state <dir>', say('matrix.state'))
    .option('--queue <url>', say('matrix.queue'))
    .option('--dry-run', say('matrix.dry'));
}

/** Two threads stay below 600 MB whatever the corpus; more are asked for. */
export function usualJobs(): number {
  return Math.min(2, availableParallelism());
}

function choiceOf(
  { io }: CommandContext,
  options: MatrixCommandOptions,
): Omit<MatrixOfOptions, 'state'> {
  return {
    folder: plainFolder(io.cwd, options.corpus),
    from: namesOption(options.from),
    to: namesOption(options.to),
    tree: options.tree === true,
    all: options.all === true,
    pairs: options.pairs,
    theme: options.theme,
    queue: options.queue,
    links: options.detail === true,
    traces: wantsSummary(options),
  };
}

/** Beside the output, where a person finds it; without one, where the cache lies, apart from other questions. */
function stateOf({ io }: CommandContext, options: MatrixCommandOptions): string {
  const { state, output, corpus, from, to, tree, all, pairs } = options;
  if (state !== undefined) return state;
  if (output !== undefined && output !== '-') return `${output}.unfinished`;
  const question = JSON.stringify([io.cwd, corpus, from, to, tree, all, pairs]);
  const place = cachePlace(io) ?? join(tmpdir(), 'duibiao');
  return join(place, 'matrix', contentKey(question).slice(0, 16));
}

/** Parquet is no text. Errors: `cli/bad-value`. */
function refuseTerminal({ format, output }: MatrixCommandOptions): void {
  const toFile = output !== undefined && output !== '-';
  if (format === 'parquet' && !toFile)
    throw new UserError('cli/bad-value', {
      value: 'parquet',
      option: '--format',
      allowed: '-o FILE',
    });
}

async function write(
  context: CommandContext,
  run: Run<MatrixCommandOptions>,
  result: MatrixResult,
): Promise<void> {
  const { io } = context;
  const { options, screen, emit } = run;
  const { format, output } = options;
  if (wantsSummary(options)) return writeSummary(context, run, result);
  if (format === 'terminal') return emit(renderMatrix(result.rows(), screen));
  if (format === 'parquet')
    return writeOutput(io, output ?? '', await parquetOf(streamOf(tableOf(options), result)));
  const lines = format === 'csv' ? csvOf(tableOf(options), result) : ndjsonOf(options, result);
  if (output !== undefined && output !== '-') return writeOutput(io, output, lines);
  for (const line of lines) io.stdout.write(line);
}

/** The summary is asked for, or by a format that only it has. Errors: `cli/bad-value` for a format that it has not. */
function wantsSummary({ summary, format = '' }: MatrixCommandOptions): boolean {
  if (summary === true) checkChoice('--format', format, FINDINGS.diffusion.formats);
  return summary === true || format === 'json' || format === 'html';
}

async function writeSummary(
  { io, language }: CommandContext,
  { options, screen, emit, workspace }: Run<MatrixCommandOptions>,
  result: MatrixResult,
): Promise<void> {
  const found = await diffusionOf(workspace(true), result);
  if (options.format === 'json') return emit(jsonText(diffusionJson(found)));
  if (options.format !== 'html') return emit(renderDiffusion(found, screen));
  const page = renderDiffusionHtml(found, result.themes, { language, program: 'duibiao' });
  if (options.output !== undefined && options.output !== '-') writeOutput(io, options.output, page);
  else io.stdout.write(page);
}

function tableOf({ detail, byTheme }: MatrixCommandOptions): MatrixTable {
  if (detail === true) return MATRIX_LINKS;
  return byTheme === true ? MATRIX_THEMES : MATRIX_PAIRS;
}

function streamOf({ schema, columns, rowsOf }: MatrixTable, result: MatrixResult): RowStream {
  const rows = function* () {
    for (const row of result.rows()) yield* rowsOf(row);
  };
  return { schema, columns, rows: rows() };
}

function csvOf(table: MatrixTable, result: MatrixResult): Iterable<string> {
  const { schema, columns, rows } = streamOf(table, result);
  return csvLines({ schema, names: Object.keys(columns), rows });
}

function* ndjsonOf({ detail }: MatrixCommandOptions, result: MatrixResult): Generator<string> {
  const linesOf = (row: MatrixRow): readonly object[] =>
    detail === true ? matrixLinksJson(row) : [matrixJson(row)];
  for (const row of result.rows())
    for (const line of linesOf(row)) yield `${JSON.stringify(line)}\n`;
}
