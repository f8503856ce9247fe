import { existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Command, Option } from 'commander';
import { type CliCode, type CliSay, phrase } from '../messages/index.js';
import {
  cachePlace,
  openRunCache,
  openWorkspace,
  plainFolder,
  type Work,
  type Workspace,
  writeWhole,
} from '../pipeline/index.js';
import type { ColorMode } from '../render/index.js';
import { itemAt, UserError } from '../text/index.js';
import { EXIT, type ExitCode } from './exit.js';
import {
  type CliIo,
  type CommonOptions,
  type Language,
  LEAST_WIDTH,
  type Screen,
  screenOf,
} from './io.js';
import { wantsPager } from './pager.js';
import { openProgress } from './progress.js';

/** What a command file gets: the world, the words, and where to leave its exit code. */
export interface CommandContext {
  readonly io: CliIo;
  readonly language: Language;
  readonly say: CliSay;
  readonly done: (code: ExitCode) => void;
}

/** An action's view: options read and checked, the corpus at hand. */
export interface Run<Options extends CommonOptions> {
  readonly options: Options;
  readonly screen: Screen;
  /** *In* `anyFolder`: where `--corpus` is a folder of texts and no corpus, that of the data files alone. */
  readonly workspace: (anyFolder?: boolean) => Workspace;
  /** Tell a waiting person what is being done. */
  readonly step: (label: string) => void;
  /** Print to standard output (through the pager where it is long), or to `--output` (whole or not at all). */
  readonly emit: (text: string) => void;
  /** Tell of a file that was written, on standard error, unless `--quiet`. */
  readonly tell: (text: string) => void;
}

/** Commands that link texts, and so hear what people decided. */
const HONOURS_DECISIONS: ReadonlySet<string> = new Set([
  'align',
  'brief',
  'commitment',
  'compare',
  'coverage',
  'eval',
  'explain',
  'fit',
  'report',
  'review',
  'stats',
  'targets',
  'trace',
]);

/** A command with the options every command has. */
export function commandOf(
  context: CommandContext,
  name: string,
  about: CliCode,
  formats?: readonly string[],
): Command {
  const { say } = context;
  const command = new Command(name).description(say(about));
  if (formats !== undefined) {
    const option = new Option('-f, --format <name>', say('option.format')).default(
      itemAt(formats, 0),
    );
    // Named for help and completion; checked by the action, whose message is in both languages.
    option.argChoices = [...formats];
    command.addOption(option);
    command.option('-o, --output <file>', say('option.output'));
  }
  if (HONOURS_DECISIONS.has(name)) command.option('--links <file>', say('option.links'));
  return command
    .option('--corpus <dir>', say('option.corpus'))
    .option('--lang <zh|en>', say('option.lang'))
    .option('--color <when>', say('option.color'))
    .option('--width <columns>', say('option.width'))
    .option('--ambiguous-width <1|2>', say('option.ambiguous'))
    .option('--ascii', say('option.ascii'))
    .option('-q, --quiet', say('option.quiet'))
    .option('--no-pager', say('option.pager'))
    .option('--no-cache', say('option.cache'))
    .option('--offline', say('option.offline'))
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
    checkLinks(context.io, options.links, command.name());
    let workspace: Workspace | undefined;
    const printed: string[] = [];
    const told: string[] = [];
    const progress = openProgress(context.io);
    const open = (corpus: string | undefined): Workspace => {
      const folder = options.cache === false ? undefined : cachePlace(context.io);
      workspace ??= openWorkspace(
        context.io.cwd,
        corpus,
        folder === undefined ? undefined : openRunCache(folder),
        {
          working: (work) => {
            tellOfSending(work, context);
            progress.step(labelOf(work, context.say));
          },
          env: context.io.env,
          offline: options.offline,
          config: options.config,
          links: options.links,
        },
      );
      return workspace;
    };
    const run: Run<Options> = {
      options,
      step: progress.step,
      screen: screenOf(context.io, options),
      workspace: (anyFolder = false) =>
        open(
          anyFolder && plainFolder(context.io.cwd, options.corpus) !== undefined
            ? undefined
            : options.corpus,
        ),
      emit: (text) => {
        printed.push(text);
      },
      tell: (text) => {
        told.push(text);
      },
    };
    const code = await body(run, ...(args.flat() as string[])).finally(() => progress.end());
    await print(context, options, { text: printed.join(''), told });
    context.done(code ?? EXIT.done);
  };
}

function labelOf(work: Work, say: CliSay): string {
  switch (work.kind) {
    case 'align':
      return say('progress.align', { up: work.upstream, down: work.downstream });
    case 'ask':
      return say('progress.ask', { count: work.texts, model: work.model });
    case 'index':
      return say('progress.index', { done: work.done, texts: work.texts });
    case 'segment':
      return say('progress.segment');
  }
}

/** Texts that leave the machine are told of whoever looks on: no terminal is needed, and nothing silences it. */
function tellOfSending(work: Work, { io, say }: CommandContext): void {
  if (work.kind !== 'ask' || work.host === undefined) return;
  const { texts, host, model } = work;
  // At a terminal, over the line that counts seconds.
  const wipe = io.stderr.isTTY ? '\r\u001b[K' : '';
  io.stderr.write(`${wipe}${say('model.sends', { texts, host, model })}\n`);
}

function checkCommon(options: CommonOptions, formats: readonly string[] | undefined): void {
  checkChoice('--lang', options.lang, ['zh', 'en']);
  checkChoice('--color', options.color, ['auto', 'always', 'never']);
  checkChoice('--ambiguous-width', options.ambiguousWidth, ['1', '2']);
  if (formats !== undefined) {
    checkChoice('--format', options.format, formats);
    checkEnding(options.output);
  }
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

/** Endings of files that no text is: a program would call what is inside damaged. */
const NO_TEXT = /\.(?:docx?|xlsx?|pptx?|odt|ods|wps|et|pdf|ofd|zip)$/iu;

/** Errors: `cli/usage` where text would be written under the ending of something else. */
function checkEnding(output: string | undefined): void {
  if (output === undefined || !NO_TEXT.test(output)) return;
  throw new UserError('cli/usage', {
    problem: phrase('usage/text-into', { file: output }),
    command: 'report ',
  });
}

/** Commands that make the file of decisions where it is not there. */
const MAKES_DECISIONS: ReadonlySet<string> = new Set(['review', 'import']);

/** A file that was named is never passed over in silence. Errors: `ingest/not-found`. */
function checkLinks(io: CliIo, links: string | undefined, command: string): void {
  if (links === undefined || MAKES_DECISIONS.has(command)) return;
  if (!existsSync(resolve(io.cwd, links))) throw new UserError('ingest/not-found', { path: links });
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

/**
 * How to colour: not at all, or for the terminal's background. `DUIBIAO_THEME` tells it, else what terminals tell in
 * `COLORFGBG` (`15;0`: colour 0 behind), else it is taken for dark.
 */
export function colorMode(color: boolean, env: CliIo['env']): ColorMode {
  if (!color) return 'none';
  if (env.DUIBIAO_THEME === 'light' || env.DUIBIAO_THEME === 'dark') return env.DUIBIAO_THEME;
  const background = env.COLORFGBG?.split(';').at(-1) ?? '';
  return /^(?:7|9|1[0-5])$/.test(background) ? 'light' : 'dark';
}

/** What a command says of its file stands in place of the general word. */
async function print(
  context: CommandContext,
  options: CommonOptions,
  { text, told }: { readonly text: string; readonly told: readonly string[] },
): Promise<void> {
  const { io } = context;
  const { output } = options;
  if (text !== '') {
    if (output !== undefined && output !== '-') writeOutput(context, options, text, told[0]);
    else if (wantsPager(io, options, text)) await io.page(text);
    else io.stdout.write(text);
  }
  const isSaid = text !== '' && output !== undefined && output !== '-';
  for (const line of told.slice(isSaid ? 1 : 0)) tellOf(context, options, line);
}

/** A line about a file that was written: for a person, so on standard error, and silenced by `--quiet`. */
export function tellOf({ io }: CommandContext, { quiet }: CommonOptions, line: string): void {
  if (quiet !== true) io.stderr.write(`${line}\n`);
}

/**
 * Write what `--output` names, and say so: `told`, else the file and its size.
 *
 * Errors: `cli/no-folder` rather than to make a folder by a typing mistake; `cli/unwritable`.
 */
export function writeOutput(
  context: CommandContext,
  options: CommonOptions,
  content: string | Uint8Array | Iterable<string>,
  told?: string,
): void {
  const { output = '' } = options;
  const path = resolve(context.io.cwd, output);
  if (!existsSync(dirname(path)))
    throw new UserError('cli/no-folder', { path: output, folder: dirname(output) });
  writeWhole(path, content, output);
  tellOf(context, options, told ?? wroteText(context, output));
}

/** A device has no size to tell of. */
function wroteText({ io, say }: CommandContext, file: string): string {
  const found = statSync(resolve(io.cwd, file), { throwIfNoEntry: false });
  if (found?.isFile() !== true) return say('output.written', { file });
  return say('output.wrote', { file, size: Math.ceil(found.size / 1000) });
}
