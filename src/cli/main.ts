import { EXIT } from './exit.js';
import type { CliIo } from './io.js';
import { run } from './run.js';

/** The binary: the real streams, signals and exit code around `run`. */
export async function main(process: NodeJS.Process): Promise<void> {
  // A reader that closed the pipe (head, less) has seen enough: end quietly.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(EXIT.done);
      throw error;
    });
  }
  process.on('SIGINT', interrupted);
  process.exitCode = await run(process.argv.slice(2), realIo(process));
}

function interrupted(): never {
  return process.exit(EXIT.interrupted);
}

function realIo(process: NodeJS.Process): CliIo {
  const stream = (out: NodeJS.WriteStream) => ({
    isTTY: out.isTTY === true,
    ...(out.isTTY === true && { columns: out.columns, rows: out.rows }),
    write: (text: string): void => {
      out.write(text);
    },
  });
  const stdout = stream(process.stdout);
  return {
    cwd: process.cwd(),
    env: process.env,
    platform: process.platform,
    stdout,
    stderr: stream(process.stderr),
    stdin: async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
      return Buffer.concat(chunks);
    },
    page: async (text) => {
      const { pageThrough } = await import('./pager.js');
      // Ctrl-C belongs to the pager while it runs (it ends a search there); we leave when it leaves.
      process.off('SIGINT', interrupted);
      await pageThrough(text, process.env, stdout);
      process.on('SIGINT', interrupted);
    },
  };
}
