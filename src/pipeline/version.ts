import { readFileSync } from 'node:fs';

/** The folder of the package, or of a clone of the project. All that asks for its own place lies as deep as this file (`bin/bundle.mjs`). */
export const PROJECT = new URL('../../', import.meta.url);

/** Version of the program, from its package. */
export const VERSION = (
  JSON.parse(readFileSync(new URL('package.json', PROJECT), 'utf8')) as {
    version: string;
  }
).version;
