import { inject } from 'vitest';
import { openWorkspace as openFresh } from '../../src/index.js';
import { openRunCache } from '../../src/pipeline/cache.js';

/** A workspace as the library opens it, with what the whole run of tests keeps. */
export function openWorkspace(cwd: string, corpus?: string) {
  return openFresh(cwd, corpus, openRunCache(inject('kept')));
}
