import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.js';
import { ROOT } from '../support/root.js';

/** Blocks of the READMEs that show what a command prints, 100 columns wide. */
const EXAMPLES = ['README.md', 'README.zh-CN.md'].flatMap((name) =>
  [
    ...readFileSync(join(ROOT, name), 'utf8').matchAll(
      /`duibiao ([^`]+)`\n\n```text\n([\s\S]*?)```/g,
    ),
  ].map(([, line = '', shown = '']) => [line, shown, name] as const),
);

describe('README', () => {
  it('has examples', () => {
    expect(EXAMPLES.length).toBeGreaterThanOrEqual(2);
  });

  it.each(EXAMPLES)('shows what `duibiao %s` prints (npm run docs)', async (line, shown) => {
    let printed = '';
    const code = await run([...line.split(' '), '--width', '100', '--color', 'never'], {
      cwd: ROOT,
      env: { LANG: 'en_US.UTF-8' },
      stdin: async () => new Uint8Array(),
      stdout: {
        isTTY: false,
        write: (text) => {
          printed += text;
        },
      },
      stderr: { isTTY: false, write: () => undefined },
      platform: 'linux',
    });
    expect(code).toBe(0);
    expect(printed.trimEnd()).toBe(shown.trimEnd());
  });
});
