import { describe, expect, test } from 'vitest';
import { placesOf, sheetOf, understandSheets } from './sheet-of.testing.ts';

const tree = [['施策', '取組項目', '担当課'], ['１ 行政', '01 窓口', '政策室'], ['２ 財政', '02 収納', '納税課'], []];
const header = ['指標名', '単位', '基準値（平成30年度）', '目標値（令和６年度）'];
const indicators = (...rows: Parameters<typeof sheetOf>[0]) => understandSheets([sheetOf([...tree, header, ...rows])]);
const percent = (value: number, text: string) => ({ value, text, kind: 'percent' as const });

test('a share in a percent format, as text and as 0.227 beside ％ are the same share', () => {
  const { bundle, problems } = indicators(['甲', '％', percent(0.227, '22.7%'), percent(0.3, '30%')], ['乙', '％', '22.7％', '30％'], ['丙', '％', 0.227, 0.3], ['丁', '％', 22.7, 30]);
  expect(bundle.indicators.map(({ baseline, target }) => [baseline.printed, target.printed])).toEqual([['22.7%', '30%'], ['22.7％', '30％'], ['22.7', '30'], ['22.7', '30']]);
  expect(problems.map(({ code, cell, severity }) => `${code} ${cell} ${severity}`)).toEqual(['share C8 warning', 'share D8 warning']);
});

test('0.5 of a share that aims at 3 is half a percent, not fifty', () => {
  expect(indicators(['事故率', '％', 3, 0.5]).bundle.indicators[0]).toMatchObject({ kind: 'decrease', baseline: { printed: '3' }, target: { printed: '0.5' } });
});

test.each([
  ['55.6', '61.0', 'increase'], ['195.0', '185.0', 'decrease'], ['89.6', '90.0以下', 'keep-at-most'], ['95.0', '90.0以下', 'decrease'], ['81', '80以上', 'keep-at-least'], ['70', '80以上', 'increase'], ['85', '80～90', 'range'], ['24', '０', 'decrease'],
])('from %s to %s is %s', (baseline, target, kind) => {
  const { bundle, problems } = indicators(['甲', '点', baseline, target]);
  expect(bundle.indicators[0]!.kind).toBe(kind);
  expect(problems).toEqual([]);
});

test('a kind that the figures do not show is named for a person to check', () => {
  expect(placesOf(indicators(['甲', '点', '－', '80']))).toEqual(['A6 kind-unsure']);
  expect(placesOf(indicators(['甲', '点', null, '80']))).toEqual(['A6 kind-unsure']);
});

test('a figure that is none is a problem at its cell', () => {
  expect(placesOf(indicators(['甲', '点', '多い', '80']))).toContain('C6 unreadable-figure');
});

describe('the year of a figure', () => {
  test('stands in the heading, in brackets in the cell, or is asked for', () => {
    const { bundle } = indicators(['甲', '点', '70\n（H29）', '80']);
    expect(bundle.indicators[0]).toMatchObject({ baseline: { fiscalYear: 2017, printed: '70' }, target: { fiscalYear: 2024 } });
    expect(placesOf(understandSheets([sheetOf([...tree, ['指標名', '基準値', '目標値'], ['甲', '70', '80']])]))).toEqual(['B6 no-year', 'C6 no-year']);
  });
  test('of a day keeps the day', () => {
    const { bundle } = understandSheets([sheetOf([...tree, ['指標名', '基準値（令和２年４月１日現在）', '目標値（令和６年度）'], ['甲', '70', '80']])]);
    expect(bundle.indicators[0]!.baseline).toMatchObject({ fiscalYear: 2020, asOf: '2020-04-01' });
  });
  test('is given by a column of days, as 和暦 or as a serial number', () => {
    const { bundle } = understandSheets([sheetOf([...tree, ['指標名', '基準値（令和２年度）', '基準日', '目標値（令和６年度）'], ['甲', '70', '令和２年10月１日', '80'], ['乙', '70', { text: 'R2.10.1', value: '2020-10-01', kind: 'date' as const }, '80']])]);
    expect(bundle.indicators.map(({ baseline }) => baseline.asOf)).toEqual(['2020-10-01', '2020-10-01']);
  });
});

test('indicators beside the elements belong to them; merged ones to all of them', () => {
  const { bundle } = understandSheets([sheetOf([['施策', '取組項目', '指標', '基準値（R2年度）', '目標値（R6年度）'], ['１ 行政', '01 窓口', '甲', '70', '80'], ['１ 行政', '02 研修', null, null, null], ['２ 財政', '03 収納', '乙', '1', '2'], [null, null, '丙', '3', '4']], { merges: ['C2:C3', 'D2:D3', 'E2:E3'] })]);
  expect(bundle.indicators.map(({ title, related }) => [title, related])).toEqual([['甲', ['i01', 'i02']], ['乙', ['i03']], ['丙', ['i03']]]);
});

test('yearly targets: the last is the target, and it is said which were left out', () => {
  const { bundle, mapping } = understandSheets([sheetOf([...tree, ['指標名', '現状値（R2年度）', '目標値／R3年度', '目標値／R4年度', '目標値／R6年度'], ['甲', '1', '2', '3', '5']])]);
  expect(bundle.indicators[0]!.target).toMatchObject({ fiscalYear: 2024, printed: '5' });
  expect(mapping.tables[1]!.columns.filter(({ role }) => role === 'ignore')).toHaveLength(2);
});
