import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, inFolder } from '../support/cli.js';
import { writeCollection } from '../support/collection.js';

/** Run on a folder of small plans of three levels that is no corpus. */
async function overPlans(args: readonly string[]) {
  return inFolder(async (folder) => {
    writeCollection(join(folder, 'plans'));
    return cli(args, { cwd: folder, env: { DUIBIAO_CACHE_DIR: join(folder, 'cache') } });
  });
}

/** `national>province` for each pair of levels that rows of NDJSON name. */
function levelPairsIn(ndjson: string): string[] {
  const rows = ndjson
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  return [...new Set(rows.map((row) => `${row.upstream_level}>${row.downstream_level}`))].sort();
}

describe('levels of a folder', () => {
  it.each(['coverage', 'commitment', 'targets'])('%s compares those asked for', async (command) => {
    const folder = [command, '--corpus', 'plans', '-f', 'jsonl'];
    const { code, out } = await overPlans([...folder, '--from', 'province', '--to', 'city']);
    expect([code, levelPairsIn(out)]).toEqual([0, ['province>city']]);
  });

  it('takes folders that are named, and all levels above one', async () => {
    const { code, out } = await overPlans(['coverage', 'plans', '--to', 'city', '-f', 'jsonl']);
    expect([code, levelPairsIn(out)]).toEqual([0, ['national>city', 'province>city']]);
  });

  it('says which levels there are where none stands above another', async () => {
    const { code, err } = await overPlans(['targets', 'plans', '--from', 'city']);
    expect([code, err]).toEqual([2, expect.stringContaining('national 2, province 2, city 3')]);
  });

  it('phrases reads the documents of those asked for', async () => {
    const levels = ['--from', 'province', '--to', 'city'];
    const { code, out } = await overPlans(['phrases', 'plans', ...levels, '-f', 'json']);
    const found = JSON.parse(out).documents.map(({ level }: { level: string }) => level);
    expect([code, found.sort()]).toEqual([0, ['city', 'city', 'city', 'province', 'province']]);
  });

  it('phrases says which levels there are where none stands above another', async () => {
    const { code, err } = await overPlans(['phrases', 'plans', '--from', 'city']);
    expect([code, err]).toEqual([2, expect.stringContaining('national 2, province 2, city 3')]);
  });

  it.each([
    ['named', ['phrases', 'plans']],
    ['as the corpus', ['phrases', '--corpus', 'plans']],
  ])('phrases reads a folder %s', async (_, args) => {
    const { code, out } = await overPlans([...args, '--phrase', '绿色建材', '-f', 'json']);
    expect([code, JSON.parse(out).documents.length]).toEqual([0, 7]);
  });
});
