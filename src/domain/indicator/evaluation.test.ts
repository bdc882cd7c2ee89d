import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FiscalYearLabelling } from '../fiscal-year/fiscal-year.ts';
import { evaluateIndicator, isKept } from './evaluation.ts';
import { readFigure } from './figure.ts';
import type { Indicator, IndicatorKind, Measurement, Standing } from './indicator.ts';

const komae: FiscalYearLabelling = { firstReiwaYear: '平成31年度', digits: 'single-full-width' };

function figure(printed: string, fiscalYear: number, label = '') {
  const read = readFigure(printed);
  if (!read) throw new Error(`${printed} cannot be read`);
  return { ...read, printed, fiscalYear, label, asOf: null };
}

function indicatorOf(kind: IndicatorKind, baseline: string, target: string, unit = ''): Indicator {
  return {
    id: 'x', number: '1', title: '指標', unit, definition: '', kind, related: [],
    series: [{ id: 'main', title: '主系列', judged: true, from: null }, { id: 'new', title: '新系列', judged: false, from: 2020 }],
    baseline: figure(baseline, 2018), target: figure(target, 2024),
  };
}

function measured(printed: string, over: Partial<Measurement> = {}): Measurement {
  return { ...figure(printed, 2020), indicatorId: 'x', valueYear: 2020, standing: null, series: 'main', alternativeSeries: null, ...over };
}

const evaluate = (indicator: Indicator, measurement?: Measurement) => evaluateIndicator(indicator, measurement, komae);
const achievedPercent = (share: number | null) => (share === null ? null : Math.round(share * 1000) / 10);

describe('the seven indicators of the seed', () => {
  test('指標１ is judged on the comparable series: 60.3 is 87.0 % of the way with 33.3 % of the time gone', () => {
    const { status, inputs, sentence } = evaluate(indicatorOf('increase', '55.6', '61.0', '％'), measured('37.0（60.3）※１', { series: 'new', alternativeSeries: 'main' }));
    expect([status, achievedPercent(inputs.achieved), achievedPercent(inputs.elapsed), inputs.current?.value]).toEqual(['ahead', 87, 33.3, 60.3]);
    expect(sentence).toBe('基準値55.6％から目標値61.0％までの道のりの87.0％に達しています（期間は33.3％が経過）。比較できる系列（主系列）の値60.3％で判定しています。');
  });
  test('指標２ is behind the line at 22.7 %', () => {
    const { status, inputs } = evaluate(indicatorOf('increase', '０％ ※2', '100.0', '％'), measured('22.7'));
    expect([status, achievedPercent(inputs.achieved)]).toEqual(['slightly-behind', 22.7]);
  });
  test('指標３ has no rate: a reference value of 2019 does not meet 90.0 and waits for the confirmed value', () => {
    const { status, reason, meetsTarget, inputs, sentence } = evaluate(
      indicatorOf('keep-at-most', '89.6 ※３', '90.0以下 ※３', '％'), measured('91.5 ※４', { standing: 'reference', valueYear: 2019 }),
    );
    expect([status, reason, meetsTarget, inputs.achieved]).toEqual(['withheld', 'reference-value', false, null]);
    expect(sentence).toBe('掲載された91.5％は平成31年度の参考値です。目標の90.0％以下を満たしていませんが、この年度の確定値が出るまで判定を保留しています。');
  });
  test.each([['指標４', '18.7', '17.7', '20.0'], ['指標７', '28.3', '25.9', '35.0']])('%s moves away from its target', (_, from, now, to) => {
    const { status, inputs, sentence } = evaluate(indicatorOf('increase', from, to), measured(now));
    expect([status, inputs.achieved]).toEqual(['receding', null]);
    expect(sentence).toBe(`基準値${from}から${now}へ下がり、目標値${to}から遠ざかっています。`);
  });
  test('指標５ (falling) is at 55.0 % and 指標６ at 41.5 %', () => {
    const debt = evaluate(indicatorOf('decrease', '195.0', '185.0'), measured('189.5'));
    const satisfaction = evaluate(indicatorOf('increase', '81.9', '86.0'), measured('83.6%'));
    expect([debt.status, achievedPercent(debt.inputs.achieved)]).toEqual(['ahead', 55]);
    expect([satisfaction.status, achievedPercent(satisfaction.inputs.achieved)]).toEqual(['ahead', 41.5]);
  });
});

describe('a judgement', () => {
  test('does not call a plan that is exactly on its line late', () => {
    // 731 of 2,192 days are gone on 2021-03-31.
    const { status } = evaluate({ ...indicatorOf('increase', '0', '2192') }, measured('731'));
    expect(status).toBe('ahead');
  });
  test('takes zero for a value', () => {
    expect(evaluate(indicatorOf('decrease', '10', '0'), measured('0')).status).toBe('achieved');
    expect(evaluate(indicatorOf('increase', '0', '10'), measured('0')).status).toBe('behind');
  });
  test('is withheld with its reason, never a number, where a number would mislead', () => {
    const up = indicatorOf('increase', '10', '20');
    expect(evaluate(up).reason).toBe('not-measured');
    expect(evaluate(up, measured('集計中')).reason).toBe('no-figure-yet');
    expect(evaluate(up, measured('15', { series: 'new' })).reason).toBe('other-series');
    expect(evaluate(indicatorOf('increase', '10', '10'), measured('10')).reason).toBe('no-way');
    expect(evaluate(indicatorOf('increase', '20', '10'), measured('10')).reason).toBe('way-against-kind');
    expect(evaluate(indicatorOf('increase', '－', '10'), measured('5')).reason).toBe('no-baseline');
    expect(evaluate(indicatorOf('range', '85', '80'), measured('85')).reason).toBe('no-range');
    expect(evaluate(up, measured('12', { fiscalYear: 2018, valueYear: 2018 })).reason).toBe('no-time-elapsed');
  });
  test('of a provisional value says that it may change', () => {
    const { provisional, sentence } = evaluate(indicatorOf('increase', '10', '20'), measured('15', { standing: 'provisional' }));
    expect(provisional).toBe(true);
    expect(sentence).toContain('速報値による判定');
  });
  test('of a figure counted on 1 April uses that day', () => {
    const counted = { ...indicatorOf('increase', '0', '10'), baseline: { ...figure('0', 2018), asOf: '2019-04-01' }, target: { ...figure('10', 2024), asOf: '2025-04-01' } };
    expect(evaluate(counted, measured('5', { asOf: '2021-04-01' })).inputs).toMatchObject({ baseline: { day: '2019-04-01' }, target: { day: '2025-04-01' }, current: { day: '2021-04-01' } });
  });
  test('after the target date is final', () => {
    expect(evaluate(indicatorOf('increase', '0', '10'), measured('9', { fiscalYear: 2024, valueYear: 2024 })).status).toBe('missed');
    expect(evaluate(indicatorOf('increase', '0', '10'), measured('10', { fiscalYear: 2024, valueYear: 2024 })).status).toBe('achieved');
  });
});

describe('for any figures', () => {
  const tenth = fc.integer({ min: -5000, max: 5000 }).map((value) => (value / 10).toFixed(1));
  const kinds = fc.constantFrom<IndicatorKind>('increase', 'decrease', 'keep-at-least', 'keep-at-most', 'range');
  const standings = fc.constantFrom<Standing | null>(null, 'confirmed', 'provisional', 'reference');
  const years = fc.integer({ min: 2015, max: 2027 });

  test('there is either a state or a reason, always a sentence, and never a share outside 0..1 or below the baseline', () => {
    fc.assert(fc.property(kinds, tenth, tenth, tenth, standings, years, (kind, from, to, now, standing, year) => {
      const { status, reason, sentence, inputs } = evaluate(indicatorOf(kind, from, to), measured(now, { standing, fiscalYear: year, valueYear: year }));
      expect(status === 'withheld').toBe(reason !== null);
      expect(sentence.endsWith('。')).toBe(true);
      expect(sentence).not.toMatch(/NaN|Infinity|undefined|null/);
      if (inputs.achieved !== null) expect(inputs.achieved).toBeGreaterThanOrEqual(0);
      if (isKept({ kind })) expect(inputs.achieved).toBeNull();
      if (standing === 'reference') expect(status).toBe('withheld');
    }));
  });
  test('more of what is wanted never makes the state worse', () => {
    const rank = ['receding', 'behind', 'slightly-behind', 'ahead', 'achieved'];
    fc.assert(fc.property(tenth, tenth, tenth, tenth, (from, to, first, second) => {
      fc.pre(Number(from) !== Number(to));
      const kind = Number(from) < Number(to) ? 'increase' : 'decrease';
      const better = kind === 'increase' ? Math.max : Math.min;
      const best = better(Number(first), Number(second)).toFixed(1);
      const before = evaluate(indicatorOf(kind, from, to), measured(first)).status;
      const after = evaluate(indicatorOf(kind, from, to), measured(best)).status;
      expect(rank.indexOf(after)).toBeGreaterThanOrEqual(rank.indexOf(before));
    }));
  });
  test('an increase and its mirror image, a decrease, are judged alike', () => {
    fc.assert(fc.property(tenth, tenth, tenth, (from, to, now) => {
      const mirror = (text: string) => (-Number(text)).toFixed(1);
      expect(evaluate(indicatorOf('increase', from, to), measured(now)).status)
        .toBe(evaluate(indicatorOf('decrease', mirror(from), mirror(to)), measured(mirror(now))).status);
    }));
  });
});
