import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Command, Option } from 'commander';
import { openWorkspace, type Workspace } from '../pipeline.js';
import { UserError } from '../text/index.js';
import { EXIT, type ExitCode } from './exit.js';
import { type CliIo, type CommonOptions, LEAST_WIDTH, type Screen, screenOf } from './io.js';
import type { Say, WordKey } from './words.js';

/** What a command file gets: the world, the words, and where to leave its exit code. */
export interface CommandContext {
  readonly io: CliIo;
  readonly say: Say;
  readonly done: (code: ExitCode) => void;
}

/** An action's view: options read and checked, the corpus at hand. */
export interface Run<Options extends CommonOptions> {
  readonly options: Options;
  readonly screen: Screen;
  readonly workspace: () => Workspace;
  /** Print to standard output, or to `--output` (whole or not at all). */
  readonly emit: (text: string) => void;
}

/** A command with the options every command has. */
export function commandOf(
  context: CommandContext,
  name: string,
  about: WordKey,
  formats?: readonly string[],
): Command {
  const { say } = context;
  const command = new Command(name).description(say(about));
  if (formats !== undefined) {
    const option = new Option(
      '-f, --format <name>',
      say('option.format', { values: formats.join(', ') }),
    );
    command.addOption(option.default(formats[0]!));
    command.option('-o, --output <file>', say('option.output'));
  }
  return command
    .option('--corpus <dir>', say('option.corpus'))
    .option('--lang <zh|en>', say('option.lang'))
    .option('--color <when>', say('option.color'))
    .option('--width <columns>', say('option.width'))
    .option('--ambiguous-width <1|2>', say('option.ambiguous'))
    .option('--ascii', say('option.ascii'))
    .helpOption('-h, --help', say('help.option'));
}

/** Wrap an action: check common options, run, report done. */
export function action<Options extends CommonOptions>(
  context: CommandContext,
  formats: readonly string[] | undefined,
  body: (run: Run<Options>, ...args: string[]) => Promise<ExitCode | undefined>,
): (...args: unknown[]) => Promise<void> {
  return async (...args) => {
    const command = args.pop() as Command;
    const options = args.pop() as Options;
    checkCommon(options, formats);
    let workspace: Workspace | undefined;
    const run: Run<Options> = {
      options,
      screen: screenOf(context.io, options),
      workspace: () => {
        workspace ??= openWorkspace(context.io.cwd, options.corpus);
        return workspace;
      },
      emit: (text) => emit(context.io, options.output, text),
    };
    const code = await body(run, ...(args.flat() as string[]));
    context.done(code ?? EXIT.done);
    void command;
  };
}

function checkCommon(options: CommonOptions, formats: readonly string[] | undefined): void {
  checkChoice('--lang', options.lang, ['zh', 'en']);
  checkChoice('--color', options.color, ['auto', 'always', 'never']);
  checkChoice('--ambiguous-width', options.ambiguousWidth, ['1', '2']);
  if (formats !== undefined) checkChoice('--format', options.format, formats);
  if (
    options.width !== undefined &&
    !(/^\d+$/.test(options.width) && Number(options.width) >= LEAST_WIDTH)
  ) {
    throw new UserError('cli/bad-value', {
      value: options.width,
      option: '--width',
      allowed: `${LEAST_WIDTH} … 400`,
    });
  }
}

/** Errors: `cli/bad-value`. */
export function checkChoice(
  option: string,
  value: string | undefined,
  allowed: readonly string[],
): void {
  if (value !== undefined && !allowed.includes(value)) {
    throw new UserError('cli/bad-value', { value, option, allowed: allowed.join(', ') });
  }
}

function emit(io: CliIo, output: string | undefined, text: string): void {
  if (output === undefined || output === '-') io.stdout.write(text);
  else writeWhole(resolve(io.cwd, output), text);
}

/** Write a file whole or not at all: to a temporary name beside it, then renamed. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    const file = openSync(temporary, 'w');
    try {
      writeSync(file, content as string);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
