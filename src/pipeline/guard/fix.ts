import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTwoFilesPatch } from 'diff';
import { applyFixes, type CorpusState } from '../../check/index.js';
import { writeWhole } from '../../corpus/index.js';
import type { Workspace } from '../workspace.js';

/** A file mended: what it was and is. */
export interface FixedFile {
  readonly path: string;
  readonly shownPath: string;
  readonly before: string;
  readonly after: string;
  readonly count: number;
}

/** What `--fix` would write. Files that are not UTF-8 are left alone: their places could not be trusted. */
export function fixedFiles(ws: Workspace, state: CorpusState): FixedFile[] {
  return state.documents.flatMap(({ path: shownPath, findings }) => {
    const count = findings.filter(({ fix }) => fix !== undefined).length;
    if (count === 0) return [];
    const path = join(ws.corpus.root, shownPath.slice(ws.corpus.shownRoot.length + 1));
    const before = readFileSync(path, 'utf8');
    if (before.includes('\ufffd')) return [];
    const mark = before.startsWith('\ufeff') ? '\ufeff' : '';
    const after = mark + applyFixes(before.slice(mark.length), findings);
    return after === before ? [] : [{ path, shownPath, before, after, count }];
  });
}

export function writeFixed(files: readonly FixedFile[]): void {
  for (const { path, after } of files) writeWhole(path, after);
}

/** Unified differences, as `git apply` takes them. */
export function fixDiff(files: readonly FixedFile[]): string {
  return files
    .map(({ shownPath, before, after }) =>
      createTwoFilesPatch(`a/${shownPath}`, `b/${shownPath}`, before, after, undefined, undefined, {
        context: 1,
      }).replace(/^=+\n/, ''),
    )
    .join('');
}
