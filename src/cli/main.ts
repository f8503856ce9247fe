import { VERSION } from '../pipeline/version.js';
import { EXIT } from './exit.js';
import type { CliIo } from './io.js';
import { writeStandard } from './standard-stream.js';

/**
 * The binary: the real streams and exit code around `run`. Signals are the system's: Ctrl-C ends the program at once,
 * save while a file is written (`uninterrupted`) and while a pager runs.
 */
export async function main(process: NodeJS.Process): Promise<void> {
  // A reader that closed the pipe (head, less) has seen enough: end quietly.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(EXIT.done);
      throw error;
    });
  }
  const args = process.argv.slice(2);
  const [only = '', ...others] = args;
  if (others.length === 0 && /^(?:-V|--version)$/.test(only)) {
    // Asked by scripts and editors again and again: answered before anything is loaded.
    try {
      writeStandard(1, `${VERSION}\n`);
    } catch {
      process.exitCode = EXIT.usage;
    }
    return;
  }
  const { run } = await import('./run.js');
  process.exitCode = await run(args, realIo(process));
}

function realIo(process: NodeJS.Process): CliIo {
  const stream = (out: NodeJS.WriteStream, number: 1 | 2) => ({
    isTTY: out.isTTY === true,
    // Some terminals do not tell their size and say 0.
    ...(out.isTTY === true && out.columns > 0 && { columns: out.columns }),
    ...(out.isTTY === true && out.rows > 0 && { rows: out.rows }),
    write: (text: string): void => {
      // Where there is nobody to tell, the exit code has to do.
      if (number === 1) writeStandard(1, text);
      else quietly(() => writeStandard(2, text));
    },
  });
  const stdout = stream(process.stdout, 1);
  return {
    cwd: process.cwd(),
    env: process.env,
    platform: process.platform,
    stdout,
    stderr: stream(process.stderr, 2),
    stdin: () => process.stdin,
    page: async (text) => {
      const { pageThrough } = await import('./pager.js');
      await pageThrough(text, process.env, stdout);
    },
  };
}

function quietly(act: () => void): void {
  try {
    act();
  } catch {
    // Standard error cannot be written to.
  }
}
