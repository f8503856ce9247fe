import { describe, expect, it } from 'vitest';
import { cli } from '../support/cli.js';

const FILE = 'fixtures/parse/line-break-point-after-finished-text/input.txt';
const printed = async (...args: string[]): Promise<string> =>
  (await cli(['parse', ...args, '--width', '120'])).out;

interface Tree {
  readonly lineBreaks?: readonly { line: number; decision: string; rule: string; path?: string }[];
}

describe('parse --diagnostics', () => {
  it('sums up by rule which lines were joined and broken', async () => {
    const out = await printed(FILE, '--diagnostics', '--lang', 'en');
    const said = out.slice(out.indexOf('line breaks:'));
    expect(said).toBe(`\
line breaks: 9 lines joined to the one before, 4 begin a paragraph
join ×6 no-indent (no indent, so no new paragraph): lines 3–5, 8, 13–14
join ×3 text-runs-on (the text runs on): lines 6, 12, 15
break ×2 indented-after-finished-text (indented, after a finished text): lines 7, 11
break ×1 next-number (the number after that of the text so far): lines 10
break ×1 point-after-finished-text (a point (一是) after a finished text): lines 9
`);
  });

  it('says so in Chinese', async () => {
    const out = await printed(FILE, '--diagnostics', '--lang', 'zh');
    expect(out).toContain('断行：');
    expect(out).toContain('另起 ×1 point-after-finished-text (上文已完，本行以“一是”等开头): 行 9');
  });

  it('is silent without the flag, and where there is nothing to say', async () => {
    expect(await printed(FILE, '--lang', 'en')).not.toContain('line breaks');
    const unwrapped = 'fixtures/parse/line-break-line-is-paragraph/input.txt';
    expect(await printed(unwrapped, '--diagnostics', '--lang', 'en')).not.toContain('line breaks');
  });

  it('gives JSON the rule of each line', async () => {
    const of = async (...args: string[]): Promise<Tree> =>
      JSON.parse(await printed(...args, '-f', 'json')) as Tree;
    expect((await of(FILE)).lineBreaks).toBeUndefined();
    const { lineBreaks } = await of(FILE, '--diagnostics');
    expect(lineBreaks?.map(({ line }) => line)).toEqual([
      3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
    ]);
    expect(lineBreaks?.[6]).toEqual({
      line: 9,
      decision: 'break',
      rule: 'point-after-finished-text',
    });
  });
});
