import { defineConfig } from 'vitest/config';

// Three projects: the pure domain, rules of everything else beside what they test, and journeys of people in a real browser.
const jsx = { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } } as const;

export default defineConfig({
  oxc: jsx,
  test: {
    globalSetup: ['src/database/embedded/test-server.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    projects: [
      // Nothing in the domain outlives a call, so its files share one worker: each would load the same modules, and the dictionary of the tokeniser, again.
      { extends: true, test: { name: 'domain', include: ['src/domain/**/*.test.ts'], isolate: false, setupFiles: ['tests/strict-console.ts'] } },
      { extends: true, test: { name: 'rules', include: ['src/**/*.test.{ts,tsx}', 'samples/**/*.test.ts', 'scripts/**/*.test.{ts,mjs}', 'bench/**/*.test.ts'], exclude: ['src/domain/**'], setupFiles: ['tests/strict-console.ts'] } },
      { extends: true, test: { name: 'journeys', include: ['tests/journeys/**/*.test.ts'], globalSetup: ['src/database/embedded/test-server.ts', 'tests/journeys/built-sample.ts'] } },
    ],
  },
});
