import { defineConfig } from 'vitest/config'

/** Where the figures of a run go as JSON; nowhere unless it is said. */
const resultFile = process.env.VITEST_RESULT_FILE

/** Two projects: `unit` needs nothing but Node, `e2e` needs the servers of test/world. */
export default defineConfig({
  test: {
    ...(resultFile && { reporters: ['default', 'json'], outputFile: { json: resultFile } }),
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.ts', 'test/property/*.test.ts'],
          // Many start processes or generate keys, and may do so beside servers that build images.
          testTimeout: 30_000,
          hookTimeout: 30_000,
          // GitHub's parser imports JSON without saying so, which Node refuses.
          server: { deps: { inline: [/@actions\/(?:workflow-parser|expressions)/] } },
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts', 'test/property/parsers/*.test.ts'],
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
