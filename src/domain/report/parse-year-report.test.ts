import { expect, test } from 'vitest';
import { makeMeasurement, makeNodeReport, makePlan, makeReportBundle } from '../../../tests/factories.ts';
import { parseYearReport } from './parse-year-report.ts';
import { yearReportToBundle } from './year-report-to-bundle.ts';

const plan = makePlan();

function parsed(overrides: Parameters<typeof makeReportBundle>[0] = {}) {
  const report = parseYearReport(makeReportBundle(overrides), plan);
  if (!report.ok) throw new Error(JSON.stringify(report.problems));
  return report.value;
}

test('gives every paragraph an id by its place, and keeps an id that was written', () => {
  const { reports } = parsed({ reports: [makeNodeReport({ initiative: 'i01', paragraphs: ['一', { item: '二' }, { text: '三', id: 'kept', department: 'zaisei' }] })] });
  expect(reports[0]?.paragraphs).toMatchObject([
    { id: 'p1', kind: 'text', text: '一', department: null }, { id: 'p2', kind: 'item', text: '二', department: null }, { id: 'kept', kind: 'text', text: '三', department: 'zaisei' },
  ]);
});

test('does not guess which department wrote a paragraph, not even when only one reported', () => {
  const { reports } = parsed();
  expect(reports[0]?.reporters).toEqual(['zaisei']);
  expect(reports[0]?.paragraphs.every(({ department }) => department === null)).toBe(true);
});

test('keeps text as typed: full-width print, spaces at its ends, characters that look alike', () => {
  const text = '　ＩＣＴ㈱①〜～－−髙﨑𠮷　';
  expect(parsed({ reports: [makeNodeReport({ initiative: 'i02', paragraphs: [text] })] }).reports[0]?.paragraphs[0]?.text).toBe(text);
});

test('takes the year of a value from the report, unless the value belongs to another', () => {
  expect(parsed().measurements[0]).toMatchObject({ fiscalYear: 2020, valueYear: 2020 });
  expect(parsed({ measurements: [makeMeasurement({ valueYear: 2019, standing: 'reference' })] }).measurements[0]).toMatchObject({ fiscalYear: 2020, valueYear: 2019, standing: 'reference' });
});

test('keeps apart a value that is zero and one that is not known yet', () => {
  expect(parsed({ measurements: [makeMeasurement({ printed: '０％' })] }).measurements[0]?.value).toBe(0);
  expect(parsed({ measurements: [makeMeasurement({ printed: '未確定' })] }).measurements[0]?.value).toBeNull();
});

test('a report written as a clerk writes it and read again is the same report', () => {
  const report = parsed();
  const again = parseYearReport(yearReportToBundle(report, plan), plan);
  expect(again).toEqual({ ok: true, value: report });
});
