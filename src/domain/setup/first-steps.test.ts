import { expect, test } from 'vitest';
import { firstSteps, isSetUp, type SetupFacts } from './first-steps.ts';

const nothing: SetupFacts = { municipality: null, secretariat: 0, plans: 0, reporters: 0, heads: 0, rounds: 0, editions: 0 };
const states = (facts: Partial<SetupFacts>) => firstSteps({ ...nothing, ...facts }).map(({ name, state }) => `${name} ${state}`);

test('an empty installation begins with the city and with somebody of 事務局', () => {
  expect(states({})).toEqual(['municipality now', 'secretariat now', 'plan later', 'people later', 'first-year later']);
});
test('a plan waits for both of them, people and the first year wait for the plan', () => {
  expect(states({ municipality: '狛江市' })).toContain('plan later');
  expect(states({ municipality: '狛江市', secretariat: 1 })).toEqual(['municipality done', 'secretariat done', 'plan now', 'people later', 'first-year later']);
  expect(states({ municipality: '狛江市', secretariat: 1, plans: 1 })).toEqual(['municipality done', 'secretariat done', 'plan done', 'people now', 'first-year now']);
});
test('reporters without a head are not enough to ask anybody', () => {
  expect(states({ municipality: '狛江市', secretariat: 1, plans: 1, reporters: 5 })).toContain('people now');
});
test.each([['a year was published', { editions: 1 }], ['a round was opened', { rounds: 1 }]])('it is set up when %s, and not before', (_name, facts) => {
  const almost = { ...nothing, municipality: '狛江市', secretariat: 1, plans: 1, reporters: 3, heads: 2 };
  expect(isSetUp(almost)).toBe(false);
  expect(isSetUp({ ...almost, ...facts })).toBe(true);
});
test('a year that came with the workbook needs no reporters', () => {
  expect(isSetUp({ ...nothing, municipality: '狛江市', secretariat: 1, plans: 1, editions: 1 })).toBe(true);
});
