import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CliIo } from '../../src/cli/io.js';
import { run } from '../../src/cli/run.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'duibiao-report-'));
  const text = (place: string, level: string): string =>
    `关于做好${place}住房工作的建议\n\n一、完善住房保障\n\n增加${level}保障性租赁住房供给。健全${level}长效监管机制，稳定市场预期。\n`;
  writeFileSync(join(folder, 'up.txt'), text('江北省', '全省'));
  writeFileSync(join(folder, 'down.txt'), text('临江市', '全市'));
  writeFileSync(join(folder, 'kept.html'), 'mine');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function report(args: readonly string[], isTTY = false): Promise<Ended> {
  const written = { out: '', err: '' };
  const stream = (name: 'out' | 'err', tty: boolean) => ({
    isTTY: tty,
    write: (text: string) => {
      written[name] += text;
    },
  });
  const io: CliIo = {
    cwd: folder,
    env: { LANG: 'en_US.UTF-8' },
    platform: 'linux',
    stdout: stream('out', isTTY),
    stderr: stream('err', false),
    stdin: async () => new Uint8Array(),
  };
  const code = await run(['report', 'up.txt', 'down.txt', '--no-cache', ...args], io);
  return { code, ...written };
}

describe('report', () => {
  const refused = [
    ['an ending that names no format', ['-o', 'x.pdf'], 'names no format'],
    ['no format at all', [], 'Which format?'],
    ['an unknown format', ['-f', 'pdf'], 'is not a value of --format'],
    ['a file that exists', ['-o', 'kept.html'], 'exists already'],
    ['a picture in another format', ['--figure', 'flow', '-o', 'x.docx'], '--figure writes SVG'],
    ['an unknown picture', ['--figure', 'pie', '-o', 'x.svg'], 'is not a value of --figure'],
  ] as const;
  for (const [name, args, message] of refused) {
    it(`refuses ${name}`, async () => {
      const { code, err, out } = await report(args);
      expect([code, out]).toEqual([2, '']);
      expect(err).toContain(message);
      expect(readFileSync(join(folder, 'kept.html'), 'utf8')).toBe('mine');
    });
  }

  it('refuses bytes on a terminal', async () => {
    const { code, err } = await report(['-f', 'docx'], true);
    expect(code).toBe(2);
    expect(err).toContain('no text for a terminal');
  });

  it('writes a page, and with --force over one that exists', async () => {
    expect((await report(['-o', 'x.html'])).code).toBe(0);
    const page = readFileSync(join(folder, 'x.html'), 'utf8');
    expect(page).toContain('保障性租赁住房');
    expect(page.trimEnd().endsWith('</html>')).toBe(true);
    expect((await report(['-o', 'x.html', '--force'])).code).toBe(0);
    expect(readFileSync(join(folder, 'x.html'), 'utf8')).toBe(page);
    expect(existsSync(join(folder, `x.html.${process.pid}.tmp`))).toBe(false);
  });

  it('prints text formats to standard output', async () => {
    const { code, out } = await report(['-f', 'jsonl']);
    expect(code).toBe(0);
    expect(JSON.parse(out.split('\n')[0]!)).toMatchObject({ schema: 'duibiao.report-rows/1' });
  });
});
