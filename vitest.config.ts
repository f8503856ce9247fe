import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 60_000,
    // One process for many files: the program and its data are read once, not 140 times (half of the suite's time).
    isolate: false,
    setupFiles: ['tests/support/after-file.ts'],
    globalSetup: ['tests/support/kept.ts'],
    // Vitest keeps one core free for a person who watches; here nobody does.
    maxWorkers: '100%',
    // The scripts beside them are programs of their own and measure whole processes.
    benchmark: { include: ['tests/bench/**/*.bench.ts'] },
    coverage: { provider: 'v8', include: ['src/**'] },
  },
});
