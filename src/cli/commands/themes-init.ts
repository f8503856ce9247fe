import { existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Command } from 'commander';
import { phrase } from '../../messages/index.js';
import { draftTheme, type ThemeDraft, themeFileText } from '../../pipeline/index.js';
import { UserError } from '../../text/index.js';
import { action, type CommandContext, commandOf } from '../context.js';
import type { CommonOptions } from '../io.js';
import { countOption } from './analysis.js';

interface InitOptions extends CommonOptions {
  readonly from: string;
  readonly label?: string;
  readonly most?: string;
  readonly documents?: string;
  readonly force?: boolean;
}

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** A person reads them one by one. */
const USUAL_MOST = 30;

/** `themes init NAME --from 词,词`: a theme file to begin with, its terms proposed by association. */
export function themesInitCommand(context: CommandContext): Command {
  const { say } = context;
  return commandOf(context, 'init', 'about')
    .description(say('themes.init.about'))
    .argument('<name>', say('themes.init.name'))
    .requiredOption('--from <words>', say('themes.init.from'))
    .option('--label <text>', say('themes.init.label'))
    .option('--most <n>', say('themes.init.most'))
    .option('--documents <names>', say('themes.check.documents'))
    .option('-o, --output <file>', context.say('option.output'))
    .option('--force', context.say('option.force'))
    .action(
      action<InitOptions>(context, undefined, async ({ options, workspace, emit }, name = '') => {
        const id = idOf(name);
        const seeds = seedsOf(options.from);
        const most = countOption('--most', options.most) ?? USUAL_MOST;
        refuseExisting(options, context.io.cwd);
        const documents = options.documents === undefined ? undefined : listOf(options.documents);
        const { label } = options;
        const draft = await draftTheme(workspace(), id, seeds, { label, most, documents });
        if (draft.seeds.every(({ sentences }) => sentences === 0))
          throw new UserError('cli/bad-value', {
            value: options.from,
            option: '--from',
            allowed: phrase('allowed/found'),
          });
        makeFolder(options, context.io.cwd);
        emit(themeFileText(draft));
        tellOf(draft, options.output, context);
        return undefined;
      }),
    );
}

/** On a file written: what is in it, and what comes next. A draft on the screen speaks for itself. */
function tellOf(
  { seeds, proposed }: ThemeDraft,
  file: string | undefined,
  { io, say }: CommandContext,
): void {
  if (file === undefined || file === '-') return;
  const terms = seeds.length + proposed.length;
  io.stderr.write(`${say('themes.init.wrote', { file, terms, seeds: seeds.length })}\n`);
}

/** A first theme has no folder yet. Errors: `cli/unwritable`. */
function makeFolder({ output }: InitOptions, cwd: string): void {
  if (output === undefined || output === '-') return;
  try {
    mkdirSync(dirname(resolve(cwd, output)), { recursive: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new UserError('cli/unwritable', { path: output, reason: code }, { cause: error });
  }
}

/** Errors: `corpus/exists`. */
function refuseExisting({ output, force }: InitOptions, cwd: string): void {
  if (output === undefined || output === '-' || force === true) return;
  if (existsSync(resolve(cwd, output))) throw new UserError('corpus/exists', { path: output });
}

/** Errors: `cli/bad-value`. */
function idOf(name: string): string {
  if (ID.test(name)) return name;
  throw new UserError('cli/bad-value', {
    value: name,
    option: 'NAME',
    allowed: 'digital-economy, housing …',
  });
}

/** Errors: `cli/bad-value` for words of one character, which are in everything. */
function seedsOf(text: string): readonly [string, ...string[]] {
  const [first, ...others] = new Set(listOf(text));
  if (first !== undefined && [first, ...others].every((seed) => [...seed].length >= 2))
    return [first, ...others];
  throw new UserError('cli/bad-value', {
    value: text,
    option: '--from',
    allowed: phrase('allowed/seeds'),
  });
}

function listOf(text: string): string[] {
  return text
    .split(/[,，、]/)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}
