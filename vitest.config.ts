import { defineConfig } from 'vitest/config'

/** Two projects: `unit` needs nothing but Node, `e2e` needs the servers of test/world. */
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['test/unit/**/*.test.ts'] } },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['test/world/global-setup.ts'],
          testTimeout: 600_000,
          hookTimeout: 900_000,
          fileParallelism: true,
          maxWorkers: 2,
        },
      },
    ],
  },
})
