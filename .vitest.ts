/** Test projects of the whole workspace: one per package, and `browser` for what needs a real Chromium. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'house', include: ['e2e/src/house/**/*.test.ts'] } },
      { test: { name: 'shared', include: ['shared/src/**/*.test.ts'], testTimeout: 20_000 } },
      { test: { name: 'server', include: ['server/{src,fuzz}/**/*.test.ts'], testTimeout: 20_000 } },
      {
        test: { name: 'extension', include: ['extension/src/**/*.test.{ts,tsx}'], testTimeout: 20_000 },
        oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
      },
      {
        test: {
          name: 'browser',
          include: ['e2e/src/**/*.test.ts'],
          exclude: ['e2e/src/house/**'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
