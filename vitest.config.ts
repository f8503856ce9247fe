import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 60_000,
    // Vitest keeps one core free for a person who watches; here nobody does.
    maxWorkers: '100%',
    // The scripts beside them are programs of their own and measure whole processes.
    benchmark: { include: ['tests/bench/**/*.bench.ts'] },
    coverage: { provider: 'v8', include: ['src/**'] },
  },
});
