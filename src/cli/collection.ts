/** What commands over a whole collection have in common: which pairs, how they are run, and who takes what from whom. */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { diffusionJson, renderDiffusion } from '../findings/index.js';
import { phrase } from '../messages/index.js';
import {
  cachePlace,
  diffusionOf,
  dropState,
  type MatrixOfOptions,
  type MatrixResult,
  matrixEstimate,
  matrixOf,
  plainFolder,
} from '../pipeline/index.js';
import { jsonText } from '../render/index.js';
import { renderDiffusionHtml } from '../render/report/index.js';
import { contentKey, UserError } from '../text/index.js';
import { countOption, namesOption } from './commands/analysis.js';
import { type CommandContext, checkChoice, type Run, writeOutput } from './context.js';
import { EXIT, type ExitCode } from './exit.js';
import type { CommonOptions } from './io.js';
import { sayFaults, spanText, stepTeller } from './matrix-words.js';

export interface CollectionOptions extends CommonOptions {
  readonly from?: string;
  readonly to?: string;
  readonly tree?: boolean;
  readonly all?: boolean;
  readonly pairs?: string;
  readonly candidates?: string;
  readonly theme?: string;
  readonly jobs?: string;
  readonly state?: string;
  readonly queue?: string;
  readonly dryRun?: boolean;
}

/** Options that only a run over a collection has, as they are stored. */
export const COLLECTION_OPTIONS: readonly (keyof CollectionOptions)[] = [
  'from',
  'to',
  'tree',
  'all',
  'candidates',
  'pairs',
  'theme',
  'jobs',
  'state',
  'queue',
  'dryRun',
];

/** Which pairs are compared. */
export function addChoiceOptions(command: Command, { say }: CommandContext): Command {
  return command
    .option('--from <names>', say('matrix.from'))
    .option('--to <names>', say('matrix.to'))
    .option('--tree', say('matrix.tree'))
    .option('--all', say('matrix.all'))
    .option('--candidates <n>', say('matrix.candidates'))
    .option('--pairs <file>', say('matrix.pairs'))
    .option('--theme <id>', say('option.theme'));
}

/** How they are run. */
export function addRunOptions(command: Command, { say }: CommandContext): Command {
  return command
    .option('--jobs <n>', say('matrix.jobs'))
    .option('--state <dir>', say('matrix.state'))
    .option('--queue <url>', say('matrix.queue'))
    .option('--dry-run', say('matrix.dry'));
}

/** Compare a collection's pairs and write what is wanted of them, or say what that would take. */
export async function runCollection(
  context: CommandContext,
  run: Run<CollectionOptions>,
  wanted: Pick<MatrixOfOptions, 'links' | 'traces'>,
  write: (result: MatrixResult) => Promise<void> | void,
): Promise<ExitCode | undefined> {
  const { options } = run;
  const jobs = countOption('--jobs', options.jobs);
  const ws = run.workspace(true);
  const state = stateOf(context, options);
  const whole = { ...choiceOf(context, options), ...wanted, jobs, state };
  if (options.dryRun === true) return dryRun(context, run, whole);
  const tell = stepTeller(context, run.step);
  const code = await matrixOf(ws, { ...whole, tell }, async (result) => {
    await write(result);
    return sayFaults(context, result) ? EXIT.usage : EXIT.done;
  });
  if (options.state === undefined) dropState(ws, state);
  return code;
}

/** Of the formats of `trace` (the registry's) those that it has without a topic. */
const DIFFUSION_FORMATS = ['terminal', 'json', 'html'];

/** Errors: `cli/bad-value` for a format that the summary of a collection has not. */
export function checkDiffusionFormat({ format }: CollectionOptions): void {
  checkChoice('--format', format, DIFFUSION_FORMATS);
}

/** Who takes what from whom in a collection, and what spread: for a terminal, as JSON, or as a page. */
export async function writeDiffusion(
  context: CommandContext,
  { options, screen, emit, workspace }: Run<CollectionOptions>,
  result: MatrixResult,
): Promise<void> {
  const { language } = context;
  const found = await diffusionOf(workspace(true), result);
  if (options.format === 'json') return emit(jsonText(diffusionJson(found)));
  if (options.format !== 'html') return emit(renderDiffusion(found, screen));
  const page = renderDiffusionHtml(found, result.themes, { language, program: 'duibiao' });
  if (options.output !== undefined && options.output !== '-') writeOutput(context, options, page);
  else context.io.stdout.write(page);
}

async function dryRun(
  { say }: CommandContext,
  { workspace, emit }: Run<CollectionOptions>,
  wanted: MatrixOfOptions,
): Promise<undefined> {
  const found = await matrixEstimate(workspace(true), wanted);
  const { papers, open, samples, seconds, secondsEach, bytes, jobs } = found;
  const told = { papers, open, samples, time: spanText(seconds, say), jobs };
  const size = Math.ceil(bytes / 1e6);
  emit(`${say('matrix.estimate', { ...told, each: secondsEach.toFixed(2), size })}\n`);
  return undefined;
}

function choiceOf(
  { io }: CommandContext,
  options: CollectionOptions,
): Omit<MatrixOfOptions, 'state'> {
  return {
    folder: plainFolder(io.cwd, options.corpus),
    from: namesOption(options.from),
    to: namesOption(options.to),
    tree: options.tree === true,
    all: options.all === true,
    candidates: candidatesOf(options),
    pairs: options.pairs,
    theme: options.theme,
    queue: options.queue,
  };
}

/** Errors: `cli/usage` beside pairs that are listed one by one. */
function candidatesOf({ candidates, pairs }: CollectionOptions): number | undefined {
  if (candidates !== undefined && pairs !== undefined)
    throw new UserError('cli/usage', { problem: phrase('usage/listed'), command: '' });
  return countOption('--candidates', candidates);
}

/** Beside the output, where a person finds it; without one, where the cache lies, apart from other questions. */
function stateOf({ io }: CommandContext, options: CollectionOptions): string {
  const { state, output, corpus, from, to, tree, all, candidates, pairs } = options;
  if (state !== undefined) return state;
  if (output !== undefined && output !== '-') return `${output}.unfinished`;
  const question = JSON.stringify([io.cwd, corpus, from, to, tree, all, candidates, pairs]);
  const place = cachePlace(io) ?? join(tmpdir(), 'duibiao');
  return join(place, 'matrix', contentKey(question).slice(0, 16));
}
