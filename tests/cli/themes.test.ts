import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.js';
import { displayWidth } from '../../src/text/index.js';
import { ROOT } from '../support/root.js';

async function printed(args: readonly string[]): Promise<string> {
  let out = '';
  const write = (text: string): void => {
    out += text;
  };
  await run(args, {
    cwd: ROOT,
    env: {},
    platform: 'linux',
    stdin: async () => new Uint8Array(),
    stdout: { isTTY: false, write },
    stderr: { isTTY: false, write },
  });
  return out;
}

describe('themes in a terminal', () => {
  it.each(['never', 'always'])('prints each line once, with colour %s', async (color) => {
    const out = await printed(['themes', 'wuhan', '--theme', 'housing', '--color', color]);
    const lines = out
      .replaceAll(/\u001b\[[\d;]*m/g, '')
      .trimEnd()
      .split('\n');
    expect(lines.filter((line) => displayWidth(line) > 80)).toEqual([]);
    expect(lines).toContain('Housing (housing)  ● 2  ○ 2');
    expect(lines).toContain('    城市更新 · 老旧小区 · 城中村 · 未来社区');
  });
});

describe('the tree in Chinese', () => {
  it('names level, kind and elements in Chinese', async () => {
    const out = await printed(['parse', 'wuhan-explanation-2020', '--depth', '0', '--lang', 'zh']);
    expect(out).toContain('市级 · 武汉市 · 说明');
    expect(out).toContain('作者');
  });
});
