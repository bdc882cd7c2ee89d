import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { proofreadingPage } from './documentation.ts';
import { rules } from './rules.ts';

test('the page on the rules says what the rules say: node bench/proofreading/write-documentation.ts', () => {
  expect(readFileSync(new URL('../../../docs/proofreading/rules.md', import.meta.url), 'utf8')).toBe(proofreadingPage(rules));
});
