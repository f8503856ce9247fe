import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { themeFileText } from '../../corpus/index.js';
import { phrase } from '../../messages/index.js';
import { corpusSide, proposeTerms, readSide } from '../../pipeline/index.js';
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
      action<InitOptions>(context, undefined, async ({ options, workspace, emit }, name) => {
        const id = idOf(name!);
        const seeds = seedsOf(options.from);
        const most = countOption('--most', options.most) ?? USUAL_MOST;
        const { output } = options;
        if (
          output !== undefined &&
          output !== '-' &&
          options.force !== true &&
          existsSync(resolve(context.io.cwd, output))
        )
          throw new UserError('corpus/exists', { path: output });
        const ws = workspace();
        const sides =
          options.documents === undefined
            ? [await corpusSide(ws)]
            : await Promise.all(listOf(options.documents).map((each) => readSide(ws, each)));
        const documents = sides.flatMap((side) => side.documents);
        const texts = documents.flatMap(({ sentences }) => sentences.map(({ text }) => text));
        const counted = seeds.map((text) => ({
          text,
          sentences: texts.filter((sentence) => sentence.includes(text)).length,
        }));
        if (counted.every(({ sentences }) => sentences === 0))
          throw new UserError('cli/bad-value', {
            value: options.from,
            option: '--from',
            allowed: phrase('allowed/found'),
          });
        const proposed = proposeTerms(seeds, documents, { most });
        emit(themeFileText({ id, label: options.label ?? seeds[0]!, seeds: counted, proposed }));
        return undefined;
      }),
    );
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
function seedsOf(text: string): readonly string[] {
  const seeds = [...new Set(listOf(text))];
  if (seeds.length > 0 && seeds.every((seed) => [...seed].length >= 2)) return seeds;
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
