import { describe, expect, test } from 'vitest';
import { makeEdition, makeIndicator, makeMeasurement, makePlan } from '../../../tests/factories.ts';
import { composeMeasurements } from './compose-measurements.ts';
import { emptyIndicatorAnswer, type IndicatorAnswer } from './indicator-answer.ts';
import type { ReviewMark } from './review-mark.ts';

const plan = { indicators: [
  makeIndicator({ series: [{ id: 'old', title: '旧', judged: true }, { id: 'new', title: '新', from: 2020 }] }), makeIndicator({ id: 'ind2', number: '2', baseline: { label: '基準値', fiscalYear: 2018, printed: '50.0' } }),
] };
const notes = [{ mark: '※１', text: '基準値の注' }, { mark: '※２', text: '前年の注' }];
const last = makeEdition({ plan, report: { notes, measurements: [makeMeasurement({ printed: '40.0（55.0）', series: 'new', alternativeSeries: 'old' }), makeMeasurement({ indicator: 'ind2', printed: '51.0 ※２' })] } });

function compose(answers: Readonly<Record<string, Partial<IndicatorAnswer>>>) {
  const parsed = makePlan(plan);
  const review: ReviewMark[] = [];
  const answered = parsed.indicators.flatMap((indicator) => (answers[indicator.id] ? [{ indicator, answer: { ...emptyIndicatorAnswer, ...answers[indicator.id] } }] : []));
  return { ...composeMeasurements({ plan: parsed, fiscalYear: 2021, last }, answered, review), review: review.map(({ message }) => message) };
}

describe('the series of a value', () => {
  test('are what the owner says', () => {
    expect(compose({ ind1: { printed: '56.0', series: 'old' } }).measurements).toMatchObject([{ value: 56, alternative: null, series: 'old', alternativeSeries: null }]);
    expect(compose({ ind1: { printed: '41.0', series: 'new', alternative: '57.0' } }).measurements).toMatchObject([{ printed: '41.0（57.0）', value: 41, alternative: 57, series: 'new', alternativeSeries: 'old' }]);
  });

  test('are those of last year where nobody says and the form is the same; else a person is told', () => {
    expect(compose({ ind1: { printed: '41.0（57.0）' } })).toMatchObject({ measurements: [{ series: 'new', alternativeSeries: 'old' }], review: [] });
    expect(compose({ ind1: { printed: '56.0' } })).toMatchObject({ measurements: [{ series: 'old' }], review: ['指標1：値がどの系列のものか、回答からは決まりません。系列を確かめてください。'] });
  });
});

describe('the note of an owner', () => {
  test('gets the next number where the figure has no mark', () => {
    const { measurements, notes: composed } = compose({ ind2: { printed: '52.0', note: '一行目。\n二行目。' } });
    expect(measurements).toMatchObject([{ printed: '52.0 ※３', notes: ['※３'] }]);
    expect(composed).toEqual([...notes, { mark: '※３', text: '一行目。二行目。' }]);
  });

  test('replaces last year\'s under its own mark', () => {
    const { measurements, notes: composed } = compose({ ind2: { printed: '52.0 ※2', note: '今年の注' } });
    expect(measurements).toMatchObject([{ printed: '52.0 ※2' }]);
    expect(composed).toEqual([notes[0], { mark: '※２', text: '今年の注' }]);
  });

  test('leaves a note alone that belongs to another figure too, and takes a mark of its own', () => {
    const { measurements, notes: composed } = compose({ ind2: { printed: '52.0 ※１', note: '今年の注' } });
    expect(measurements).toMatchObject([{ printed: '52.0 ※１ ※３' }]);
    expect(composed).toEqual([...notes, { mark: '※３', text: '今年の注' }]);
  });

  test('is taken under the mark that was typed, where that is new', () => {
    expect(compose({ ind2: { printed: '52.0 ※９', note: '今年の注' } })).toMatchObject({ measurements: [{ printed: '52.0 ※９' }], notes: [...notes, { mark: '※９', text: '今年の注' }] });
  });
});

test('a day before the year is a value of an earlier year, printed for this one', () => {
  expect(compose({ ind2: { printed: '91.5', asOf: '2021-03-31', standing: 'reference' } }).measurements).toMatchObject([{ fiscalYear: 2021, valueYear: 2020, asOf: '2021-03-31', standing: 'reference' }]);
  expect(compose({ ind2: { printed: '0', asOf: '2022-04-01' } }).measurements).toMatchObject([{ value: 0, valueYear: 2021 }]);
});
