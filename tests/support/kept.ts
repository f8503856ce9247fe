import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

/**
 * One folder a run of the tests, for what commands keep: the embedded papers are aligned once, not in every file.
 * What a cache may not change is tested with caches of its own (`tests/cli/binary.test.ts`).
 */
export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'duibiao-kept-'));
  project.provide('kept', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}

declare module 'vitest' {
  export interface ProvidedContext {
    kept: string;
  }
}
