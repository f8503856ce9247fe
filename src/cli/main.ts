import { EXIT } from './exit.js';
import type { CliIo } from './io.js';
import { run } from './run.js';

/** The binary: the real streams, signals and exit code around `run`. */
export async function main(process: NodeJS.Process): Promise<void> {
  // A reader that closed the pipe (head, less) has seen enough: end quietly.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(EXIT.done);
    throw error;
  });
  process.on('SIGINT', () => process.exit(EXIT.interrupted));
  process.exitCode = await run(process.argv.slice(2), realIo(process));
}

function realIo(process: NodeJS.Process): CliIo {
  const stream = (out: NodeJS.WriteStream) => ({
    isTTY: out.isTTY === true,
    ...(out.isTTY === true && { columns: out.columns }),
    write: (text: string): void => {
      out.write(text);
    },
  });
  return {
    cwd: process.cwd(),
    env: process.env,
    stdout: stream(process.stdout),
    stderr: stream(process.stderr),
    stdin: async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
      return Buffer.concat(chunks);
    },
  };
}
