import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  dateLabel, daysBetween, firstDayOf, fiscalYearLabel, fiscalYearOf, fiscalYearSign, isCalendarDate, lastDayOf, type FiscalYearLabelling,
} from './fiscal-year.ts';

const komae: FiscalYearLabelling = { firstReiwaYear: '平成31年度', digits: 'single-full-width' };
const reiwaFirst: FiscalYearLabelling = { firstReiwaYear: '令和元年度', digits: 'half-width' };

describe('a fiscal year', () => {
  test('runs from 1 April to 31 March', () => {
    expect([firstDayOf(2020), lastDayOf(2020)]).toEqual(['2020-04-01', '2021-03-31']);
    expect(fiscalYearOf('2021-03-31')).toBe(2020);
    expect(fiscalYearOf('2021-04-01')).toBe(2021);
  });

  test('holds its own first and last day, and neither neighbour', () => {
    fc.assert(fc.property(fc.integer({ min: 1900, max: 2200 }), (year) => {
      expect(fiscalYearOf(firstDayOf(year))).toBe(year);
      expect(fiscalYearOf(lastDayOf(year))).toBe(year);
      expect(daysBetween(lastDayOf(year - 1), firstDayOf(year))).toBe(1);
    }));
  });

  test('is called as the municipality chooses: 2019 is 平成31年度 in 狛江市', () => {
    expect([2018, 2019, 2020, 2024, 2028].map((year) => fiscalYearLabel(year, komae)))
      .toEqual(['平成30年度', '平成31年度', '令和２年度', '令和６年度', '令和10年度']);
    expect(fiscalYearLabel(2019, reiwaFirst)).toBe('令和元年度');
    expect(fiscalYearLabel(2020, { ...komae, digits: 'full-width' })).toBe('令和２年度');
    expect(fiscalYearLabel(2028, { ...komae, digits: 'full-width' })).toBe('令和１０年度');
    expect([1988, 1989].map((year) => fiscalYearLabel(year, reiwaFirst))).toEqual(['昭和63年度', '平成元年度']);
  });

  test('has a short sign that makes the same choice', () => {
    expect([fiscalYearSign(2019, komae), fiscalYearSign(2019, reiwaFirst), fiscalYearSign(2020, komae)]).toEqual(['H31', 'R1', 'R2']);
  });
});

test('a day is written with the era of that day: the era changed on 1 May 2019', () => {
  expect(dateLabel('2019-04-30', komae)).toBe('平成31年４月30日');
  expect(dateLabel('2019-05-01', komae)).toBe('令和元年５月１日');
  expect(dateLabel('2021-03-31', komae)).toBe('令和３年３月31日');
});

test('only days that exist are dates', () => {
  expect(['2021-02-28', '2020-02-29'].every(isCalendarDate)).toBe(true);
  expect(['2021-02-29', '2021-13-01', '2021-3-1', '', '令和３年'].some(isCalendarDate)).toBe(false);
});
