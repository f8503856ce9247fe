import type { Command } from 'commander';
import { FINDINGS, renderTree, treesJson } from '../../findings/index.js';
import { phrase } from '../../messages/index.js';
import { DOCUMENT_KINDS, LEVELS } from '../../model/index.js';
import { type ReadOptions, readFiles, type Workspace } from '../../pipeline/index.js';
import { jsonText } from '../../render/index.js';
import { UserError } from '../../text/index.js';
import { action, type CommandContext, checkChoice, commandOf } from '../context.js';
import type { CommonOptions } from '../io.js';

const FORMATS = FINDINGS.tree.formats;

/** Options that say how a file is read, shared by the commands that read files. */
export interface ReadingOptions extends CommonOptions {
  readonly encoding?: string;
  readonly single?: boolean;
  readonly trackChanges?: string;
  readonly id?: string;
  readonly title?: string;
  readonly level?: string;
  readonly region?: string;
  readonly kind?: string;
  readonly date?: string;
  readonly issuer?: string;
  readonly number?: string;
}

interface ParseCommandOptions extends ReadingOptions {
  readonly depth?: string;
  readonly diagnostics?: boolean;
}

/** `parse <doc>`: the section tree. */
export function parseCommand(context: CommandContext): Command {
  const { say } = context;
  const command = commandOf(context, 'parse', 'parse.about', FORMATS)
    .argument('<doc>', say('argument.document'))
    .option('--depth <n>', say('parse.depth'))
    .option('--diagnostics', say('parse.diagnostics'));
  return addReadingOptions(command, context).action(
    action<ParseCommandOptions>(
      context,
      FORMATS,
      async ({ options, screen, workspace, emit }, name = '') => {
        const depth = depthOf(options.depth);
        const ws = workspace();
        const files = await readFiles(ws, name, readOptions(ws, options, context));
        const diagnostics = options.diagnostics === true;
        const view = { ...screen, say, diagnostics, ...(depth !== undefined && { depth }) };
        if (options.format === 'json')
          emit(jsonText(treesJson(name, files, { lineBreaks: diagnostics })));
        else emit(files.map((parsed) => renderTree(parsed, view)).join('\n'));
        return undefined;
      },
    ),
  );
}

/** Errors: `cli/bad-value`. */
function depthOf(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const depth = Number(value);
  if (Number.isInteger(depth) && depth >= 0) return depth;
  throw new UserError('cli/bad-value', { value, option: '--depth', allowed: '0, 1, 2 …' });
}

const STATED = ['id', 'title', 'level', 'region', 'kind', 'date', 'issuer', 'number'] as const;

/** The options of reading, as they are stored. */
export const READING_OPTIONS = ['single', 'encoding', 'trackChanges', ...STATED] as const;

export function addReadingOptions(command: Command, { say }: CommandContext): Command {
  command
    .option('--single', say('option.single'))
    .option('--encoding <name>', say('option.encoding'))
    .option('--track-changes <how>', say('option.track'));
  for (const field of STATED) {
    command.option(`--${field} <${field}>`, say('parse.stated', { field }));
  }
  return command;
}

/** Checked reading options for the pipeline. Errors: `cli/bad-value`. */
export function readOptions(
  ws: Workspace,
  options: ReadingOptions,
  context: CommandContext,
): ReadOptions {
  checkChoice('--level', options.level, LEVELS);
  checkChoice('--kind', options.kind, DOCUMENT_KINDS);
  checkChoice('--track-changes', options.trackChanges, ['accept', 'reject']);
  const region = options.region === undefined ? undefined : regionOf(ws, options.region);
  const stated = {
    ...pick(options, ['id', 'title', 'level', 'kind', 'date', 'issuer', 'number']),
    ...(region !== undefined && { region }),
  } as NonNullable<ReadOptions['stated']>;
  return {
    stdin: context.io.stdin,
    stated,
    ...(options.single === true && { single: true }),
    ...(options.encoding !== undefined && { encoding: options.encoding }),
    ...(options.trackChanges !== undefined && {
      trackChanges: options.trackChanges as 'accept' | 'reject',
    }),
  };
}

function regionOf(ws: Workspace, value: string): { code: string; name: string } {
  const found = ws.regions().byCode.get(value) ?? ws.regions().find(value);
  if (found === undefined) {
    throw new UserError('cli/bad-value', {
      value,
      option: '--region',
      allowed: phrase('allowed/region'),
    });
  }
  return { code: found.code, name: found.name };
}

function pick<Source extends object>(
  source: Source,
  keys: readonly (keyof Source)[],
): Partial<Source> {
  return Object.fromEntries(
    keys.filter((key) => source[key] !== undefined).map((key) => [key, source[key]]),
  ) as Partial<Source>;
}
