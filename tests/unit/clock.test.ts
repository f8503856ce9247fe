import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../support/root.js';

/** Where the day, or the age of a file, is asked for: the clock that people and servers set. */
const BY_THE_WALL = [
  'cli/commands/check.ts',
  'cli/epoch.ts',
  'corpus/cache.ts',
  'corpus/folder-lock.ts',
  'corpus/kept-file.ts',
  'pipeline/guard/index.ts',
];

it('how long something takes is measured by a clock that is never set', () => {
  const root = join(ROOT, 'src');
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile() && item.name.endsWith('.ts'))
    .map((item) => join(item.parentPath, item.name))
    .filter((path) => !relative(root, path).startsWith('training'));
  const asking = files.filter((path) =>
    /\bDate\.now\(|\bnew Date\(\)/.test(readFileSync(path, 'utf8')),
  );
  expect(asking.map((path) => relative(root, path)).sort()).toEqual(BY_THE_WALL);
});
