import { afterAll, vi } from 'vitest';

// Test files share a process (`isolate: false`): what one set is gone before the next.
afterAll(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});
