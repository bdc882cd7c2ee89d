import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alternativeSeriesOf, emptyIndicatorAnswer, type IndicatorAnswer, indicatorProblems, printedCell, readAnswer } from './indicator-answer.ts';

const series = [
  { id: 'without', title: '「わからない」を除いた割合', judged: true, from: null },
  { id: 'all', title: '「わからない」を含む割合', judged: false, from: 2020 },
];
const one = series.slice(0, 1);
const answer = (more: Partial<IndicatorAnswer>): IndicatorAnswer => ({ ...emptyIndicatorAnswer, ...more });
const codes = (more: Partial<IndicatorAnswer>, of = series) => indicatorProblems(answer(more), of).map(({ code, path }) => `${path.join('.')} ${code}`);

describe('the printed cell', () => {
  test.each([
    ['37.0', '60.3', '37.0（60.3）'], ['37.0※１', '60.3', '37.0（60.3）※１'], ['37.0 ※１ ※２', ' ６０．３ ', '37.0（６０．３）※１ ※２'],
    ['37.0（60.3）※１', '', '37.0（60.3）※１'], ['０', '0', '０（0）'], ['未確定', '', '未確定'],
  ])('of %j with %j beside it is %j', (printed, alternative, cell) => {
    expect(printedCell({ printed, alternative })).toBe(cell);
  });

  test('is read as both values whatever the figures, and keeps both as typed', () => {
    const figure = fc.tuple(fc.integer({ min: 0, max: 9_999_999 }), fc.boolean(), fc.boolean()).map(([value, wide, commas]) => {
      const text = commas ? value.toLocaleString('en-US') : String(value);
      return { value, text: wide ? text.replaceAll(/[0-9,]/g, (character) => String.fromCodePoint(character.codePointAt(0)! + 0xfee0)) : text };
    });
    fc.assert(fc.property(figure, figure, fc.constantFrom('', '※１', ' ※ 2'), (value, alternative, marks) => {
      const typed = { printed: value.text + marks, alternative: alternative.text };
      expect(readAnswer(typed)).toMatchObject({ value: value.value, alternative: alternative.value });
      expect(printedCell(typed)).toContain(value.text);
      expect(printedCell(typed)).toContain(alternative.text);
    }));
  });
});

describe('an answer about an indicator', () => {
  test.each<[string, Partial<IndicatorAnswer>]>([
    ['zero', { printed: '0' }], ['full-width digits with commas and a unit', { printed: '１，２３４人' }], ['no figure yet', { printed: '未確定' }],
    ['both values in one cell', { printed: '37.0（60.3）※１', series: 'all' }], ['both values in two fields', { printed: '37.0 ※１', series: 'all', alternative: '60.3' }],
    ['an alternative of zero', { printed: '37.0', series: 'all', alternative: '0' }],
  ])('is right: %s', (_, more) => {
    expect(codes(more)).toEqual([]);
  });

  test.each<[string, Partial<IndicatorAnswer>, string[], typeof series?]>([
    ['nothing', {}, ['printed missing']],
    ['words', { printed: '増えた' }, ['printed unreadable-figure']],
    ['two figures in the second field', { printed: '37.0', series: 'all', alternative: '60～61' }, ['alternative unreadable-figure']],
    ['a second value in both places', { printed: '37.0（60.3）', series: 'all', alternative: '60.3' }, ['alternative alternative-twice']],
    ['a second value beside no value', { printed: '未確定', series: 'all', alternative: '60.3' }, ['printed alternative-without-value']],
    ['a second value where there is one series', { printed: '37.0（60.3）' }, ['printed no-other-series'], one],
    ['a series that is not there', { printed: '37.0', series: 'x' }, ['series unknown-series']],
    ['the same series twice', { printed: '37.0', series: 'all', alternative: '60.3', alternativeSeries: 'all' }, ['alternativeSeries same-series']],
    ['no series for the second value among three', { printed: '37.0', series: 'all', alternative: '60.3' }, ['alternativeSeries missing'], [...series, { ...series[1]!, id: 'third' }]],
    ['a day that is not', { printed: '0', asOf: '2022-02-30' }, ['asOf not-a-date']],
    ['several things at once', { printed: '増えた', alternative: '減った', asOf: 'きのう', series: 'x' }, ['printed unreadable-figure', 'alternative unreadable-figure', 'series unknown-series', 'asOf not-a-date']],
    ['half a character', { printed: '37.0', note: '\ud842' }, ['note control-character']],
  ])('is not: %s', (_, more, expected, of) => {
    expect(codes(more, of)).toEqual(expected);
  });

  test('quotes a long paste only in part', () => {
    for (const { message } of indicatorProblems(answer({ printed: 'あ'.repeat(200_000), asOf: 'x'.repeat(10_000) }), one)) expect(message.length).toBeLessThan(100);
  });
});

test('the second value is on the other of two series, unless somebody has said so', () => {
  expect(alternativeSeriesOf({ series: 'all', alternativeSeries: null }, series)).toBe('without');
  expect(alternativeSeriesOf({ series: null, alternativeSeries: null }, series)).toBeNull();
  expect(alternativeSeriesOf({ series: 'all', alternativeSeries: 'third' }, series)).toBe('third');
});
