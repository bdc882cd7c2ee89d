import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Answer, emptyItemAnswer, outcomeNames } from './answer.ts';
import { emptyIndicatorAnswer } from './indicator-answer.ts';
import { answerFromText, answerToText, isEmptyAnswer, lengthOf } from './stored-answer.ts';

/** Any string of UTF-16 units: NUL, halves of surrogate pairs and all. Line breaks are LF, as answers keep them. */
const anyText = () => fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) }).map((text) => text.replace(/\r\n?/g, '\n'));

const itemAnswers = (): fc.Arbitrary<Answer> => fc.record({
  kind: fc.constant('item' as const), outcome: fc.constantFrom(...(Object.keys(outcomeNames) as (keyof typeof outcomeNames)[])), text: anyText(),
  selfAssessment: fc.option(anyText(), { nil: null }), issues: anyText(), nextYear: anyText(),
  effects: fc.array(fc.record({ kind: fc.constantFrom('single-year' as const, 'recurring' as const, 'cumulative' as const), printed: anyText(), method: anyText() })),
  instructionAnswers: fc.dictionary(anyText(), anyText()).map((entries) => ({ ...entries })),
});
const indicatorAnswers = (): fc.Arbitrary<Answer> => fc.record({
  kind: fc.constant('indicator' as const), printed: anyText(), series: fc.option(anyText(), { nil: null }), alternative: anyText(), alternativeSeries: fc.option(anyText(), { nil: null }), asOf: anyText(), standing: fc.constantFrom(null, 'confirmed' as const, 'provisional' as const, 'reference' as const), note: anyText(),
});

test('any answer comes back as it was typed', () => {
  fc.assert(fc.property(fc.oneof(itemAnswers(), indicatorAnswers()), (answer) => {
    expect(answerFromText(answerToText(answer))).toEqual(answer);
  }));
});

test('the stored text holds nothing that the database refuses', () => {
  fc.assert(fc.property(fc.oneof(itemAnswers(), indicatorAnswers()), (answer) => {
    const text = answerToText(answer);
    expect(text.isWellFormed()).toBe(true);
    expect(text).not.toContain('\u0000');
  }));
});

test('the same answer is the same text, whatever the order of its members and the line breaks of the browser', () => {
  const answer = { ...emptyItemAnswer, text: '一\n二', instructionAnswers: { b: '乙', a: '甲' } };
  const reordered = Object.fromEntries(Object.entries({ ...answer, text: '一\r\n二', instructionAnswers: { a: '甲', b: '乙' } }).toReversed()) as unknown as Answer;
  expect(answerToText(reordered)).toBe(answerToText(answer));
});

test('fields that did not exist yet are empty in older answers, and strangers are not stored', () => {
  expect(answerFromText('{"kind":"item","text":"本文"}')).toEqual({ ...emptyItemAnswer, text: '本文' });
  expect(answerFromText('{"kind":"indicator","printed":"0"}')).toEqual({ ...emptyIndicatorAnswer, printed: '0' });
  expect(answerToText({ ...emptyIndicatorAnswer, stranger: 'x' } as Answer)).toBe(answerToText(emptyIndicatorAnswer));
});

test('counts the characters of every text, and knows an empty form', () => {
  expect(lengthOf({ ...emptyItemAnswer, text: '一二', issues: '三', effects: [{ kind: 'recurring', printed: '四', method: '五六' }], instructionAnswers: { a: '七' } })).toBe(8);
  expect(isEmptyAnswer(emptyItemAnswer)).toBe(true);
  expect(isEmptyAnswer({ ...emptyIndicatorAnswer, printed: '0' })).toBe(false);
  expect(isEmptyAnswer({ ...emptyIndicatorAnswer, series: 'main' }), 'the form chooses the series').toBe(true);
});
