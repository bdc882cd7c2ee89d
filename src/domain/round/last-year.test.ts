import { expect, test } from 'vitest';
import type { Edition } from '../edition/edition.ts';
import { emptyItemAnswer } from './answer.ts';
import { emptyIndicatorAnswer } from './indicator-answer.ts';
import { isCopyOf, lastYearOf } from './last-year.ts';

const paragraph = (id: string, text: string, department: string | null) => ({ id, kind: 'text' as const, text, department });
const edition = (paragraphs: ReturnType<typeof paragraph>[]) => ({
  fiscalYear: 2020, nodes: [{ id: 'n', report: { paragraphs } }, { id: 'silent', report: null }], indicators: [{ id: 'i', measurement: { printed: '91.5 ※４' } }, { id: 'j', measurement: null }],
}) as unknown as Edition;
const textsFor = (of: Edition, department: string) => lastYearOf(of, { kind: 'node', id: 'n' }, department)?.paragraphs.map(({ text }) => text);

test('shows a department its own paragraphs and those whose author nobody knows', () => {
  const of = edition([paragraph('p1', '甲の文', 'a'), paragraph('p2', '乙の文', 'b'), paragraph('p3', '誰かの文', null)]);
  expect(textsFor(of, 'a')).toEqual(['甲の文', '誰かの文']);
  expect(textsFor(of, 'b')).toEqual(['乙の文', '誰かの文']);
});

test('shows all of them to a department that wrote none: it may have had another name', () => {
  expect(textsFor(edition([paragraph('p1', '甲の文', 'a'), paragraph('p2', '乙の文', 'b')]), 'c')).toEqual(['甲の文', '乙の文']);
});

test('has nothing to show where the edition is silent', () => {
  const of = edition([]);
  expect(lastYearOf(of, { kind: 'node', id: 'silent' }, 'a')).toBeNull();
  expect(lastYearOf(of, { kind: 'node', id: 'new' }, 'a')).toBeNull();
  expect(lastYearOf(of, { kind: 'indicator', id: 'j' }, 'a')).toBeNull();
});

test('an answer is a copy when nothing in it is new, also where something was left out', () => {
  const lastYear = lastYearOf(edition([paragraph('p1', '一つ目', null), paragraph('p2', '二つ目', null)]), { kind: 'node', id: 'n' }, 'a')!;
  const copied = (text: string) => isCopyOf(lastYear, { ...emptyItemAnswer, text });
  expect(['一つ目\n二つ目', '二つ目', ' 一つ目 \r\n\r\n', '一つ目'].map(copied)).toEqual([true, true, true, true]);
  expect(['一つ目\n三つ目', '一つ目と二つ目', '', '　'].map(copied)).toEqual([false, false, false, false]);
});

test('a figure is a copy when it is printed as last year', () => {
  const lastYear = lastYearOf(edition([]), { kind: 'indicator', id: 'i' }, 'a')!;
  expect(isCopyOf(lastYear, { ...emptyIndicatorAnswer, printed: '91.5 ※４' })).toBe(true);
  expect(isCopyOf(lastYear, { ...emptyIndicatorAnswer, printed: '91.6 ※４' })).toBe(false);
});
