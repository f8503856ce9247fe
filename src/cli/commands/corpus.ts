import { Command } from 'commander';
import { corpusRows, FINDINGS, renderCorpusList, renderTree } from '../../findings/index.js';
import type { CliCode } from '../../messages/index.js';
import {
  type AddedDocument,
  type AddToCorpusResult,
  addToCorpus,
  cleanTextsOf,
  openWorkspace,
  splitCompendium,
  type Workspace,
} from '../../pipeline/index.js';
import { isRowFormat, jsonText, renderRows } from '../../render/index.js';
import { describeError, type UserError } from '../../text/index.js';
import { action, type CommandContext, commandOf } from '../context.js';
import { EXIT } from '../exit.js';
import type { CommonOptions, Screen } from '../io.js';
import { addReadingOptions, type ReadingOptions, readOptions } from './parse.js';

interface WriteOptions extends ReadingOptions {
  readonly dryRun?: boolean;
}

interface AddOptions extends WriteOptions {
  readonly keepGoing?: boolean;
}

interface SplitOptions extends WriteOptions {
  readonly output: string;
  readonly force?: boolean;
}

/** `corpus list|show|add|split`: look after a corpus. */
export function corpusCommand(context: CommandContext): Command {
  // Without options of its own: it would take those meant for its subcommands.
  const command = new Command('corpus').description(context.say('corpus.about'));
  command.addCommand(listCommand(context));
  command.addCommand(showCommand(context));
  command.addCommand(addCommand(context));
  command.addCommand(splitCommand(context));
  return command;
}

function listCommand(context: CommandContext): Command {
  return commandOf(context, 'list', 'corpus.list.about', FINDINGS.corpus.formats).action(
    action<CommonOptions>(
      context,
      FINDINGS.corpus.formats,
      async ({ options, screen, workspace, emit }) => {
        const ws = workspace();
        const rows = ws.entries().map(({ head, shownPath }) => ({
          id: head.id,
          path: shownPath,
          title: head.title,
          level: head.level ?? null,
          region: head.region ?? null,
          kind: head.kind,
          date: head.date ?? null,
          aliases: aliasesOf(ws, head.id),
        }));
        if (options.format === 'json') {
          emit(
            jsonText({
              schema: 'duibiao.corpus/1',
              documents: rows,
              aliases: ws.corpus.file.aliases,
            }),
          );
        } else if (isRowFormat(options.format))
          emit(renderRows(corpusRows(rows), options.format, screen.language));
        else emit(renderCorpusList(rows, screen));
        return undefined;
      },
    ),
  );
}

function aliasesOf(ws: Workspace, id: string): string[] {
  return Object.entries(ws.corpus.file.aliases)
    .filter(([, ids]) => ids.includes(id))
    .map(([name]) => name);
}

function showCommand(context: CommandContext): Command {
  const command = commandOf(
    context,
    'show',
    'corpus.show.about',
    FINDINGS.documents.formats,
  ).argument('<doc>', context.say('argument.document'));
  return addReadingOptions(command, context).action(
    action<ReadingOptions>(
      context,
      FINDINGS.documents.formats,
      async ({ options, workspace, emit }, name = '') => {
        const ws = workspace();
        const texts = await cleanTextsOf(ws, name, readOptions(ws, options, context));
        const documents = texts.map(({ head, text }) => ({ head, text }));
        emit(
          options.format === 'json'
            ? jsonText({ schema: 'duibiao.documents/1', documents })
            : texts.map(({ file }) => file).join('\n'),
        );
        return undefined;
      },
    ),
  );
}

function addCommand(context: CommandContext): Command {
  const { say, io } = context;
  const command = commandOf(context, 'add', 'corpus.add.about')
    .argument('<file...>', say('argument.document'))
    .option('--dry-run', say('corpus.dry'))
    .option('--keep-going', say('corpus.keepGoing'));
  return addReadingOptions(command, context).action(
    action<AddOptions>(context, undefined, async ({ options, screen }, ...names) => {
      const ws = openWorkspace(io.cwd);
      const added = await addToCorpus(ws, names, {
        ...readOptions(ws, options, context),
        folder: options.corpus,
        dryRun: options.dryRun === true,
        keepGoing: options.keepGoing === true,
        onRefused: ({ error }) => tellRefused(error, context),
      });
      const { dryRun = false, quiet = false } = options;
      printAdded(added, { context, screen, dryRun, quiet });
      return added.refused.length === 0 ? undefined : EXIT.usage;
    }),
  );
}

/** What is wrong with one of several files, and what to do about it. */
function tellRefused(error: UserError, { io, say, language }: CommandContext): void {
  const { message, hint } = describeError(error, language);
  io.stderr.write(`${say('corpus.refused', { message })}\n${hint === '' ? '' : `  ${hint}\n`}`);
}

interface Shown {
  readonly context: CommandContext;
  readonly screen: Screen;
  readonly dryRun: boolean;
  readonly quiet: boolean;
}

function printAdded(
  { parsed, files, documents, left, refused }: AddToCorpusResult,
  { context, screen, dryRun, quiet }: Shown,
): void {
  const { say, io } = context;
  for (const path of left) io.stderr.write(`${say('corpus.left', { path })}\n`);
  // One paper is shown; of many, what was guessed of them.
  const [only] = parsed;
  if (only !== undefined && parsed.length + refused.length === 1)
    io.stdout.write(renderTree(only, { ...screen, depth: 1, diagnostics: false }));
  if (!dryRun && !quiet)
    for (const path of files) io.stdout.write(`${say('corpus.added', { path })}\n`);
  const doubtful = documents.filter(({ guesses }) => guesses.length > 0);
  if (doubtful.length === 0) return;
  io.stdout.write(`\n${say('corpus.guessed', { count: doubtful.length })}\n`);
  const rows = doubtful.map((item) => rowOf(item, say));
  io.stdout.write(renderCorpusList(rows, screen));
}

function rowOf({ document, guesses }: AddedDocument, say: CommandContext['say']) {
  const { id, title, level = null, kind, date = null } = document;
  const note = guesses.map((guess) => say(guessCode(guess, level))).join(', ');
  return { id, title, level, kind, date, aliases: [], note };
}

function guessCode(
  { field, from }: AddedDocument['guesses'][number],
  level: string | null,
): CliCode {
  if (field === 'title') return 'corpus.guess.title.name';
  if (level === null) return 'corpus.guess.level.none';
  return from === 'name' ? 'corpus.guess.level.name' : 'corpus.guess.level.text';
}

function splitCommand(context: CommandContext): Command {
  const { say, io } = context;
  const command = commandOf(context, 'split', 'corpus.split.about')
    .argument('<file>', say('argument.compendium'))
    .requiredOption('-o, --output <dir>', say('corpus.folder'))
    .option('--force', say('option.force'))
    .option('--dry-run', say('corpus.dry'));
  return addReadingOptions(command, context).action(
    action<SplitOptions>(context, undefined, async ({ options, workspace }, name = '') => {
      const ws = workspace();
      const { output: folder, force, dryRun } = options;
      const { files, changed } = await splitCompendium(ws, name, {
        ...readOptions(ws, options, context),
        folder,
        force: force === true,
        dryRun: dryRun === true,
      });
      if (dryRun === true) io.stdout.write(files.map((path) => `${path}\n`).join(''));
      else if (options.quiet !== true)
        io.stdout.write(`${say('corpus.wrote', { count: changed, path: folder })}\n`);
      return undefined;
    }),
  );
}
