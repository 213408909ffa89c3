import { defineConfig } from 'vitest/config'

const base = { globals: false, testTimeout: 20_000, hookTimeout: 60_000 }

/**
 * Four kinds of test, from fast to slow. `unit` needs nothing; `use-case` gets a clone of the migrated
 * template database per worker; `rules` reads the source tree; `journeys` drives Chromium.
 */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          ...base,
          name: 'unit',
          include: [
            'src/design-system/**/*.test.{ts,tsx}',
            'src/platform/**/*.test.ts',
            'src/capabilities/*/*.test.ts',
          ],
        },
      },
      {
        extends: true,
        test: {
          ...base,
          name: 'use-case',
          include: [
            'src/capabilities/*/*/*.test.ts',
            'src/shell/**/*.test.ts',
            'tests/rules/**/*.test.ts',
            'tests/database/**/*.test.ts',
            'db/**/*.test.ts',
          ],
          globalSetup: ['tests/support/template-database.ts'],
        },
      },
      {
        extends: true,
        test: {
          ...base,
          name: 'journeys',
          // On a busy machine of CI a browser may be slower than a test waits; at the desk of a developer it must pass at once.
          retry: process.env.CI ? 1 : 0,
          include: ['tests/journeys/**/*.test.ts', 'src/design-system/examples.browser-test.ts'],
          globalSetup: ['tests/support/template-database.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
        },
      },
    ],
  },
})
