import { expect, test } from 'vitest';
import { automaticResults } from './automatic-results.ts';
import { criteria } from './criteria.ts';

test('every criterion of the levels A and AA is answered once', () => {
  const of = (since: string) => criteria.filter((criterion) => criterion.since === since).length;
  expect(new Set(criteria.map(({ number }) => number)).size).toBe(criteria.length);
  // WCAG 2.0 (JIS X 8341-3:2016) has 38 of them, 2.1 added 12, 2.2 added 6.
  expect([of('2.0'), of('2.1'), of('2.2')]).toEqual([38, 12, 6]);
});

test('a criterion for which a program found something to look at is not called inapplicable', () => {
  const inapplicable = criteria.filter(({ result }) => result === 'not-applicable').map(({ number }) => number);
  expect(inapplicable.filter((number) => (automaticResults.rules[number] ?? []).length > 0)).toEqual([]);
});

test('every answer says how it was found', () => {
  for (const { how } of criteria) expect(how).toMatch(/。$/);
});
