import type { Command } from 'commander';
import { plainFolder, usualJobs, type WorkerEvent, workQueue } from '../../pipeline/index.js';
import { harmless } from '../../text/index.js';
import { action, type CommandContext, commandOf } from '../context.js';
import type { CommonOptions } from '../io.js';
import { countOption } from './analysis.js';

interface WorkerOptions extends CommonOptions {
  readonly queue: string;
  readonly jobs?: string;
  readonly idle?: string;
}

/** `worker`: compares the pairs of a queue until it is told to end. */
export function workerCommand(context: CommandContext): Command {
  const { say, io } = context;
  return commandOf(context, 'worker', 'worker.about')
    .requiredOption('--queue <url>', say('worker.queue'))
    .option('--jobs <n>', say('worker.jobs'))
    .option('--idle <seconds>', say('worker.idle'))
    .action(
      action<WorkerOptions>(context, undefined, async ({ options, workspace, step }) => {
        const end = new AbortController();
        const stop = (): void => end.abort();
        // What is at hand is finished first; a second Ctrl-C is the system's again.
        process.once('SIGINT', stop).once('SIGTERM', stop);
        try {
          const pairs = await workQueue(workspace(true), {
            url: options.queue,
            folder: plainFolder(io.cwd, options.corpus),
            jobs: countOption('--jobs', options.jobs) ?? usualJobs(),
            idle: countOption('--idle', options.idle),
            signal: end.signal,
            tell: (event) => tell(context, event, step),
          });
          io.stderr.write(`${say('worker.busy', { count: pairs })}\n`);
        } finally {
          process.off('SIGINT', stop).off('SIGTERM', stop);
        }
        return undefined;
      }),
    );
}

function tell({ io, say }: CommandContext, event: WorkerEvent, step: (text: string) => void): void {
  switch (event.kind) {
    case 'ready':
      io.stderr.write(`${say('worker.ready')}\n`);
      break;
    case 'done':
      step(say('worker.busy', { count: event.pairs }));
      break;
    case 'refused':
      io.stderr.write(`${harmless(say('worker.refused', { why: event.why }))}\n`);
      break;
    default:
      event satisfies never;
  }
}
