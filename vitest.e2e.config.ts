import { defineConfig } from 'vitest/config';

/** The real window, one at a time: `npm run test:e2e` gives it a screen and a freshly built console. */
export default defineConfig({
  test: {
    name: 'e2e',
    environment: 'node',
    include: ['tests/e2e/**/*.test.ts'],
    globalSetup: ['tests/e2e/set-up.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
