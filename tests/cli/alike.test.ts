import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, inFolder } from '../support/cli.js';

const HEAD = '---\nid: a-plan-2020\ntitle: 关于某事的意见\nlevel: city\nkind: opinion\n---\n';

/** Runs in a folder with these files. */
async function run(files: Readonly<Record<string, string>>, ...args: string[]) {
  let result = { out: '', err: '', code: 0 };
  await inFolder(async (cwd) => {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, name), text);
    result = await cli([...args, '--width', '80'], { cwd });
  });
  return result;
}

describe('files that go by one id', () => {
  it('keeps the text of each side where both are inferred alike', async () => {
    const files = { 'a.txt': '今天天气很好。\n', 'b.txt': '股票价格上涨了。\n' };
    const { out } = await run(files, 'compare', 'a.txt', 'b.txt');
    expect(out).toContain('今天天气很好。');
    expect(out).toContain('股票价格上涨了。');
    expect(out).toContain('a.txt → b.txt: no sentence of one answers the other');
  });

  it('tells two drafts apart that state one id', async () => {
    const files = {
      'a.txt': `${HEAD}全面推进住房保障工作，加快建设保障性住房。\n`,
      'b.txt': `${HEAD}全面推进住房保障工作，建设保障性住房。\n`,
    };
    const { out } = await run(files, 'compare', 'a.txt', 'b.txt');
    expect(out).toContain('a-plan-2020:0.1');
    expect(out).toContain('a-plan-2020-2:0.1');
    expect(out).toContain('both sides stand on one level');
    expect(out).not.toContain('same document');
    const json = await run(files, 'align', 'a.txt', 'b.txt', '-f', 'json');
    const { upstream, downstream } = JSON.parse(json.out);
    expect([upstream.documents[0].id, downstream.documents[0].id]).toEqual([
      'a-plan-2020',
      'a-plan-2020-2',
    ]);
  });

  it('says that a document is compared with itself', async () => {
    const files = { 'a.txt': `${HEAD}全面推进住房保障工作，加快建设保障性住房。\n` };
    const { out } = await run(files, 'compare', 'a.txt', 'a.txt');
    expect(out).toContain('a.txt → a.txt: both sides are the same document');
  });

  it('says that the sides are upside down', async () => {
    const { out } = await cli(['compare', 'wuhan', 'hubei', '--summary', '--width', '80']);
    expect(out).toContain('wuhan → hubei: upside down');
  });
});
