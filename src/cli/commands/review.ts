import type { Command } from 'commander';
import { openDesk, papersOf, type ReviewDesk, serveReview } from '../../pipeline/index.js';
import { reviewPage } from '../../render/review/index.js';
import { describeError } from '../../text/index.js';
import { action, type CommandContext, commandOf } from '../context.js';
import { dayOf } from '../epoch.js';
import { askAll } from '../review-tty.js';
import { addReadingOptions, type ReadingOptions, readOptions } from './parse.js';
import { exportReviewCommand } from './review-export.js';
import { importReviewCommand } from './review-import.js';

interface OpenOptions extends ReadingOptions {
  readonly tty?: boolean;
  readonly by?: string;
}

/** `review <up> <down>`: a page on this machine, or with `--tty` the same questions in the terminal; `review export|import`. */
export function reviewCommand(context: CommandContext): Command {
  const { io, say } = context;
  const command = commandOf(context, 'review', 'review.about')
    .argument('<up>', say('argument.upstream'))
    .argument('<down>', say('argument.downstream'))
    .option('--tty', say('review.tty'))
    .option('--by <name>', say('review.byOne'))
    // What follows `export` and `import` is theirs.
    .enablePositionalOptions();
  addReadingOptions(command, context).action(
    action<OpenOptions>(
      context,
      undefined,
      async ({ options, screen, workspace }, up = '', down = '') => {
        const ws = workspace();
        const reading = readOptions(ws, options, context);
        const desk = await openDesk(ws, up, down, { ...reading, by: options.by, at: dayOf(io) });
        const papers = papersOf(ws, desk.session, screen.language);
        if (options.tty === true) await askAll(desk, papers, context, screen);
        else await serve(desk, papers, context);
        return undefined;
      },
    ),
  );
  command.addCommand(exportReviewCommand(context));
  command.addCommand(importReviewCommand(context));
  return command;
}

async function serve(
  desk: ReviewDesk,
  papers: ReturnType<typeof papersOf>,
  { io, say, language }: CommandContext,
): Promise<void> {
  const server = await serveReview(desk, {
    papers,
    page: (secrets) => reviewPage(language, secrets),
    explain: (error) => describeError(error, language).message,
  });
  const { file } = desk.state();
  io.stdout.write(`${say('review.serving', { url: server.url, file })}\n`);
  await server.closed;
  io.stdout.write(`${say('review.ended', { file })}\n`);
}
