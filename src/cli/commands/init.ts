import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { phrase } from '../../messages/index.js';
import { writeWhole } from '../../pipeline/index.js';
import { UserError } from '../../text/index.js';
import { action, type CommandContext, commandOf } from '../context.js';
import type { CommonOptions } from '../io.js';
import { recipeFiles, SERVERS } from '../recipes.js';

interface InitOptions extends CommonOptions {
  readonly ci?: string;
  readonly source?: string;
  readonly force?: boolean;
}

/** What npm can install and a shell can quote. */
const SOURCE = /^[\w@./:+#~%?=&-]*$/;

const SOURCES = '.duibiao/duibiao-1.0.0.tgz, git+https://…#COMMIT, duibiao@1.0.0';

/** `init --ci`: write what guards the corpus on a server and before a commit. */
export function initCommand(context: CommandContext): Command {
  const { io } = context;
  const { say } = context;
  return commandOf(context, 'init', 'init.about')
    .option('--ci <name>', say('init.ci'))
    .option('--source <spec>', say('init.source'))
    .option('--force', say('init.force'))
    .action(
      action<InitOptions>(context, undefined, async ({ options }) => {
        const server = serverOf(options.ci);
        const { source = '' } = options;
        if (!SOURCE.test(source)) throw badValue('--source', source, SOURCES);
        const files = recipeFiles(server, source);
        const fresh = files.filter(
          ({ path, content }) => contentOf(resolve(io.cwd, path)) !== content,
        );
        const blocked = fresh.find(({ path }) => existsSync(resolve(io.cwd, path)));
        if (blocked !== undefined && options.force !== true)
          throw new UserError('corpus/exists', { path: blocked.path });
        for (const { path, content, mode } of fresh) {
          writeWhole(resolve(io.cwd, path), content);
          chmodSync(resolve(io.cwd, path), mode);
        }
        for (const file of files) {
          const told = fresh.includes(file) ? 'init.wrote' : 'init.same';
          io.stdout.write(`${say(told, { path: file.path })}\n`);
        }
        io.stdout.write(`${say('init.next')}\n`);
        return undefined;
      }),
    );
}

/** Errors: `cli/usage` where none is named, `cli/bad-value` for one there is not. */
function serverOf(name: string | undefined): (typeof SERVERS)[number] {
  if (name === undefined)
    throw new UserError('cli/usage', { problem: phrase('usage/no-server'), command: 'init ' });
  const server = SERVERS.find((each) => each === name);
  if (server === undefined) throw badValue('--ci', name, SERVERS.join(', '));
  return server;
}

function badValue(option: string, value: string, allowed: string): Error {
  return new UserError('cli/bad-value', { value, option, allowed });
}

function contentOf(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}
