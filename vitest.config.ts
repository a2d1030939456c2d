import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const node = ['app', 'models', 'main', 'setup', 'tests/architecture', 'tests/faults', 'tests/fixtures', 'assets'];

/** Tests that need no window: logic on Node, components on jsdom. The real window has vitest.e2e.config.ts. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          include: node.map((folder) => `${folder}/**/*.test.ts`),
          exclude: ['models/runtime/window/page/**'],
          // days in tests are days of UTC
          env: { TZ: 'UTC' },
          testTimeout: 30_000,
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'renderer',
          environment: 'jsdom',
          include: ['renderer/**/*.test.{ts,tsx}', 'models/runtime/window/page/**/*.test.ts'],
          setupFiles: ['renderer/test-setup.ts'],
          css: false,
          testTimeout: 30_000,
        },
      },
    ],
  },
});
