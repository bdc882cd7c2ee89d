import { afterEach, expect, vi } from 'vitest';

// An unexpected console.error fails the test: a fault that only a log would show is a fault.
const errors = vi.spyOn(console, 'error');

afterEach(() => {
  const calls = errors.mock.calls.map((call) => call.map(String).join(' '));
  errors.mockClear();
  expect(calls, 'console.error was called; a test that expects it mocks it').toEqual([]);
});
