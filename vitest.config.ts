import { defineConfig } from 'vitest/config';

// Two projects: rules of the product beside what they test, and journeys of people in a real browser.
const jsx = { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } } as const;

export default defineConfig({
  oxc: jsx,
  test: {
    globalSetup: ['src/database/embedded/test-server.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'rules', include: ['src/**/*.test.{ts,tsx}', 'samples/**/*.test.ts', 'scripts/**/*.test.{ts,mjs}', 'bench/**/*.test.ts'], setupFiles: ['tests/strict-console.ts'] } },
      { extends: true, test: { name: 'journeys', include: ['tests/journeys/**/*.test.ts'], globalSetup: ['src/database/embedded/test-server.ts', 'tests/journeys/built-sample.ts'] } },
    ],
  },
});
