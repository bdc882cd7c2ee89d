import { expect, test } from 'vitest';
import { makeEdition, makeIndicator, makeMeasurement } from '../../../tests/factories.ts';
import type { IndicatorRow } from '../plan/plan-bundle.ts';
import { explainPlainly, plainStatusWords } from './plain-words.ts';

function said(printed: string | null, indicator: Partial<IndicatorRow> = {}): [state: string, sentence: string] {
  const { indicators } = makeEdition({ plan: { indicators: [makeIndicator(indicator)] }, report: { measurements: printed === null ? [] : [makeMeasurement({ printed, standing: printed === '58.0' ? 'provisional' : 'confirmed' })] } });
  return [plainStatusWords[indicators[0]!.evaluation.status], explainPlainly(indicators[0]!)];
}

test('says every judgement in easy words, with the figures that it was made from', () => {
  expect(said('55.0')).toEqual(['目安のとおり、進んでいます', '目標までの道のりの50.0％まで進みました。期間は33.3％が過ぎました。']);
  expect(said('52.0')).toEqual(['目安より、少しおくれています', '目標までの道のりの20.0％まで進みました。期間は33.3％が過ぎました。']);
  expect(said('50.0')).toEqual(['目安より、おくれています', 'はじめの数字と変わっていません。期間は33.3％が過ぎました。']);
  expect(said('61.0')).toEqual(['目標に届きました', '目標の60.0％に届きました。']);
  expect(said('49.0')).toEqual(['目標から、遠くなりました', 'はじめの50.0％より下がりました。']);
  expect(said('58.0')[1]).toBe('目標までの道のりの80.0％まで進みました。期間は33.3％が過ぎました。この数字は、後で変わることがあります。');
  expect(said('55.0', { kind: 'keep-at-most' })).toEqual(['目標を守っています', '目標は60.0％です。']);
  expect(said('65.0', { kind: 'keep-at-most' })).toEqual(['目標を守っていません', '目標は60.0％です。']);
});

test('says in easy words why there is no judgement', () => {
  expect(said(null)).toEqual(['まだ、判断していません', 'この年度の数字が、まだありません。']);
  expect(said('未確定')[1]).toBe('この年度の数字が、まだありません。');
  expect(said('55.0', { target: { label: '目標値', fiscalYear: 2024, printed: '50.0' } })[1]).toBe('進み具合を、数字で表すことができません。');
});
