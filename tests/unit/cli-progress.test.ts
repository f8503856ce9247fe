import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CliIo } from '../../src/cli/io.js';
import { NO_PROGRESS, openProgress, wantsProgress } from '../../src/cli/progress.js';
import { ROOT } from '../support/root.js';

function io(isTTY: boolean, env: Readonly<Record<string, string>> = {}): CliIo {
  const stream = { isTTY, write: () => undefined };
  return {
    cwd: ROOT,
    env,
    platform: 'linux',
    stdout: stream,
    stderr: stream,
    stdin: async () => new Uint8Array(),
  };
}

describe('progress', () => {
  const rows: readonly (readonly [string, CliIo, boolean])[] = [
    ['on a terminal', io(true), true],
    ['where CI is said to be off', io(true, { CI: 'false' }), true],
    ['in CI', io(true, { CI: 'true' }), false],
    ['in a pipe', io(false), false],
    ['on a dumb terminal', io(true, { TERM: 'dumb' }), false],
  ];
  it.each(rows)('%s', (_name, world, wanted) => {
    expect(wantsProgress(world)).toBe(wanted);
    expect(openProgress(world) === NO_PROGRESS).toBe(!wanted);
  });

  /** A thread that works without a pause for `ms`, as the engine does, on a terminal of its own. */
  const busy = (ms: number): string => {
    const script = `
      import { openProgress } from ${JSON.stringify(join(ROOT, 'dist/cli/progress.js'))};
      const stderr = { isTTY: true, columns: 40, write: (text) => process.stderr.write(text) };
      const progress = openProgress({ env: {}, stderr });
      progress.step('aligning a and b');
      const until = Date.now() + ${ms};
      while (Date.now() < until);
      progress.end();
      process.stderr.write('END');`;
    return spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
      .stderr;
  };

  it('shows what is done while the engine is busy, and wipes it before the end', () => {
    const shown = busy(3000);
    expect(shown).toContain('aligning a and b');
    expect(shown.endsWith('\r\u001b[KEND')).toBe(true);
  });

  it('says nothing of short work', () => {
    expect(busy(0)).toBe('END');
  });
});
