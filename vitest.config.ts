import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 60_000,
    // One process for many files: the program and its data are read once, not 150 times.
    isolate: false,
    setupFiles: ['tests/support/after-file.ts'],
    globalSetup: ['tests/support/kept.ts'],
    // One more than the cores of CI: many tests wait for processes, servers and a browser.
    maxWorkers: 3,
    // The scripts beside them are programs of their own and measure whole processes.
    benchmark: { include: ['tests/bench/**/*.bench.ts'] },
    coverage: { provider: 'v8', include: ['src/**'] },
  },
});
