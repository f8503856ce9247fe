import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** The mutant of this run: `{ file, start, end, text }`; the file on disk stays as it is. */
const mutant = JSON.parse(process.env.MUTANT ?? 'null');

export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  plugins: [
    {
      name: 'mutant',
      enforce: 'pre',
      load(id) {
        if (mutant === null || id.split('?')[0] !== mutant.file) return undefined;
        const source = readFileSync(mutant.file, 'utf8');
        return source.slice(0, mutant.start) + mutant.text + source.slice(mutant.end);
      },
    },
  ],
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 60_000,
    bail: 1,
    reporters: ['json'],
    // As in the suite: the program and its data are read once, not for every file.
    isolate: false,
    setupFiles: ['tests/support/after-file.ts'],
    maxWorkers: 1,
  },
});
