import { spawn } from 'node:child_process';
import { displayWidth } from '../text/index.js';
import type { CliIo, CommonOptions, OutputStream } from './io.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** `DUIBIAO_PAGER`, then `PAGER`, then `less`; absent where the user wants none (empty or `cat`). */
export function pagerCommand(env: Environment): string | undefined {
  const wanted = (env.DUIBIAO_PAGER ?? env.PAGER ?? 'less').trim();
  return wanted === '' || wanted === 'cat' ? undefined : wanted;
}

/** `F` quits where a screen holds the text, `R` shows colour, `X` leaves the text on the screen. */
export function pagerEnvironment(env: Environment): Record<string, string | undefined> {
  return { ...env, LESS: env.LESS ?? 'FRX', LESSCHARSET: env.LESSCHARSET ?? 'utf-8' };
}

/**
 * A text goes through the pager when it is for a person (terminal format, standard output is a terminal) and
 * does not fit on the screen.
 */
export function wantsPager(
  io: CliIo,
  options: CommonOptions,
  text: string,
): io is CliIo & Required<Pick<CliIo, 'page'>> {
  const { isTTY, columns = 80, rows = 24 } = io.stdout;
  if (!isTTY || io.page === undefined || options.pager === false) return false;
  if (options.format !== undefined && options.format !== 'terminal') return false;
  if (io.env.TERM === 'dumb' || pagerCommand(io.env) === undefined) return false;
  return screenLines(text, columns) >= rows;
}

/** Lines a text takes on a screen: long ones are broken by the terminal. */
function screenLines(text: string, columns: number): number {
  const plain = text.replaceAll(
    /\u001b\[[0-9;]*m|\u001b\]8;[^\u0007\u001b]*(?:\u0007|\u001b\\)/g,
    '',
  );
  return plain
    .replace(/\n$/, '')
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(displayWidth(line) / columns)), 0);
}

/**
 * Shows a text in the pager and waits until the user leaves it.
 *
 * A pager that cannot be started is no reason to show nothing: the text is then printed.
 * One that is left before it has read all is the usual case, not an error.
 */
export function pageThrough(text: string, env: Environment, stdout: OutputStream): Promise<void> {
  const command = pagerCommand(env);
  if (command === undefined) {
    stdout.write(text);
    return Promise.resolve();
  }
  return new Promise((done) => {
    const pager = spawn(command, {
      shell: true,
      stdio: ['pipe', 'inherit', 'inherit'],
      env: pagerEnvironment(env) as NodeJS.ProcessEnv,
    });
    // Ctrl-C belongs to the pager while it runs (it ends a search there); we leave when it leaves.
    const ignore = (): void => undefined;
    process.on('SIGINT', ignore);
    let printed = false;
    const end = (missing: boolean): void => {
      process.off('SIGINT', ignore);
      if (missing && !printed) stdout.write(text);
      printed = true;
      done();
    };
    pager.on('error', () => end(true));
    // 126 and 127 are the shell's words for "cannot be run" and "not found".
    pager.on('close', (code) => end(code === 127 || code === 126));
    pager.stdin.on('error', ignore);
    pager.stdin.end(text);
  });
}
