import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { writeWhole } from '../../pipeline/index.js';
import { UserError } from '../../text/index.js';
import { action, type CommandContext, checkChoice, commandOf } from '../context.js';
import type { CommonOptions } from '../io.js';

interface InitOptions extends CommonOptions {
  readonly ci: string;
  readonly force?: boolean;
}

/** The workflow `docs/ci.md` describes. */
const WORKFLOW = `name: corpus
on:
  pull_request:
  push:
    branches: [main]
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with:
          # --since wants the history
          fetch-depth: 0
      - uses: actions/setup-node@v4
        with:
          node-version: 20
      - if: github.event_name == 'pull_request'
        run: npx duibiao check --since "origin/$BASE" --format github
        env:
          BASE: \${{ github.base_ref }}
      - if: github.event_name != 'pull_request'
        run: npx duibiao check --format github
`;

const HOOK = `#!/bin/sh
# Guards the corpus before a commit; "git commit --no-verify" passes by.
exec npx duibiao check --since HEAD
`;

const FILES = [
  { path: '.github/workflows/corpus.yml', content: WORKFLOW, mode: 0o644 },
  { path: '.githooks/pre-commit', content: HOOK, mode: 0o755 },
] as const;

/** `init --ci github`: write the workflow and the pre-commit hook. */
export function initCommand(context: CommandContext): Command {
  const { io } = context;
  const { say } = context;
  return commandOf(context, 'init', 'init.about')
    .requiredOption('--ci <name>', say('init.ci'))
    .option('--force', say('init.force'))
    .action(
      action<InitOptions>(context, undefined, async ({ options }) => {
        checkChoice('--ci', options.ci, ['github']);
        const fresh = FILES.filter(
          ({ path, content }) => contentOf(resolve(io.cwd, path)) !== content,
        );
        const blocked = fresh.find(({ path }) => existsSync(resolve(io.cwd, path)));
        if (blocked !== undefined && options.force !== true)
          throw new UserError('corpus/exists', { path: blocked.path });
        for (const { path, content, mode } of fresh) {
          writeWhole(resolve(io.cwd, path), content);
          chmodSync(resolve(io.cwd, path), mode);
          io.stdout.write(`${say('init.wrote', { path })}\n`);
        }
        io.stdout.write(`${say('init.next')}\n`);
        return undefined;
      }),
    );
}

function contentOf(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}
