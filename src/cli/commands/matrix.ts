import type { Command } from 'commander';
import {
  FINDINGS,
  MATRIX_LINKS,
  MATRIX_PAIRS,
  MATRIX_THEMES,
  type MatrixTable,
  matrixJson,
  matrixLinksJson,
  renderMatrix,
} from '../../findings/index.js';
import type { MatrixRow } from '../../model/index.js';
import type { MatrixResult } from '../../pipeline/index.js';
import { csvLines, parquetOf, type RowStream } from '../../render/index.js';
import { UserError } from '../../text/index.js';
import {
  addChoiceOptions,
  addRunOptions,
  type CollectionOptions,
  checkDiffusionFormat,
  runCollection,
  writeDiffusion,
} from '../collection.js';
import { action, type CommandContext, commandOf, type Run, writeOutput } from '../context.js';

const FORMATS = FINDINGS.matrix.formats;

interface MatrixCommandOptions extends CollectionOptions {
  readonly byTheme?: boolean;
  readonly detail?: boolean;
  readonly summary?: boolean;
}

/** `matrix`: the pairs of a collection, one row a pair or a link. */
export function matrixCommand(context: CommandContext): Command {
  const { say } = context;
  const command = commandOf(context, 'matrix', 'matrix.about', FORMATS);
  addChoiceOptions(command, context)
    .option('--by-theme', say('matrix.byTheme'))
    .option('--detail', say('matrix.detail'))
    .option('--summary', say('matrix.summary'));
  return addRunOptions(command, context).action(
    action<MatrixCommandOptions>(context, FORMATS, async (run) => {
      const { options } = run;
      refuseTerminal(options);
      const traces = wantsSummary(options);
      const wanted = { links: options.detail === true, traces };
      return runCollection(context, run, wanted, (result) =>
        traces ? writeDiffusion(context, run, result) : write(context, run, result),
      );
    }),
  );
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
  { options, screen, emit }: Run<MatrixCommandOptions>,
  result: MatrixResult,
): Promise<void> {
  const { format, output } = options;
  if (format === 'terminal') return emit(renderMatrix(result.rows(), screen));
  if (format === 'parquet')
    return writeOutput(context, options, await parquetOf(streamOf(tableOf(options), result)));
  const lines = format === 'csv' ? csvOf(tableOf(options), result) : ndjsonOf(options, result);
  if (output !== undefined && output !== '-') return writeOutput(context, options, lines);
  for (const line of lines) context.io.stdout.write(line);
}

/** The summary is asked for, or by a format that only it has. Errors: `cli/bad-value` for a format that it has not. */
function wantsSummary(options: MatrixCommandOptions): boolean {
  const { summary, format } = options;
  if (summary === true) checkDiffusionFormat(options);
  return summary === true || format === 'json' || format === 'html';
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
