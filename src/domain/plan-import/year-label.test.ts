import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fiscalYearLabel } from '../fiscal-year/fiscal-year.ts';
import { readDay, readYearLabel } from './year-label.ts';

test.each([
  ['令和６年度末目標値', 2024], ['平成31年度', 2019], ['令和元年度', 2019], ['平成30年度末時点値', 2018], ['現状値（H30）', 2018], ['R6目標', 2024], ['2024年度', 2024], ['２０２４年度', 2024], ['昭和63年度', 1988], ['令和 ２ 年度', 2020],
])('%s is the fiscal year %i', (text, year) => { expect(readYearLabel(text)?.fiscalYear).toBe(year); });

test('knows that a day of March is in the year before, and keeps the day', () => {
  expect(readYearLabel('令和３年３月31日時点')).toMatchObject({ fiscalYear: 2020, asOf: '2021-03-31' });
  expect(readYearLabel('令和７年４月１日現在')).toMatchObject({ fiscalYear: 2025, asOf: '2025-04-01' });
});

test.each(['目標値', '取組項目05', 'CHR3', '指標１', '第６次計画'])('%s names no year', (text) => { expect(readYearLabel(text)).toBeNull(); });

test.each([['令和３年３月31日', '2021-03-31'], ['R3.3.31', '2021-03-31'], ['2021/3/31', '2021-03-31'], ['令和元年５月１日', '2019-05-01'], ['令和３年２月30日', null], ['３月31日', null]])('the day of %s is %s', (text, day) => { expect(readDay(text)).toBe(day); });

test('reads back every label that the product prints', () => {
  fc.assert(fc.property(fc.integer({ min: 1927, max: 2060 }), fc.constantFrom('single-full-width' as const, 'full-width' as const, 'half-width' as const), fc.constantFrom('平成31年度' as const, '令和元年度' as const), (year, digits, firstReiwaYear) => {
    expect(readYearLabel(fiscalYearLabel(year, { digits, firstReiwaYear }))).toMatchObject({ fiscalYear: year, assumption: null });
  }));
});
