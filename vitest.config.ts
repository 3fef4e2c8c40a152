import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx'],
    globalSetup: 'src/testing/prepare.ts',
    // Each file may own a PostgreSQL; two cores carry two files at a time.
    maxWorkers: 2,
    testTimeout: 30_000,
  },
});
