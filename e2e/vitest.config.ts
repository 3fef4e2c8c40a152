import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['*.test.ts'],
    globalSetup: 'seed.ts',
    // Each file has a platform and a browser of its own; two cores carry two files at a time.
    maxWorkers: 2,
    // A journey that a busy machine held up is walked once more, and the report says which: look at it, it may be ours.
    retry: 1,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
