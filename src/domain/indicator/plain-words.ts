import type { Evaluation, Status } from './evaluation.ts';
import { percentage, targetText, valueText } from './explanation.ts';
import type { Indicator } from './indicator.ts';

// やさしい日本語: short sentences, no word that only an office uses. For a leaflet; the judgement itself is the same.
// Source: 文化庁・出入国在留管理庁「在留支援のためのやさしい日本語ガイドライン」 (2020).

/** The state in words for everybody, beside the word that the report uses. */
export const plainStatusWords: Readonly<Record<Status | 'withheld', string>> = {
  achieved: '目標に届きました',
  ahead: '目安のとおり、進んでいます',
  'slightly-behind': '目安より、少しおくれています',
  behind: '目安より、おくれています',
  receding: '目標から、遠くなりました',
  missed: '目標に届きませんでした',
  kept: '目標を守っています',
  'not-kept': '目標を守っていません',
  withheld: 'まだ、判断していません',
};

/** Why the state is what it is, in a short sentence or two. */
export function explainPlainly(indicator: Indicator & { readonly evaluation: Evaluation }): string {
  const { status, reason, provisional, inputs } = indicator.evaluation;
  const { achieved, elapsed, current, baseline } = inputs;
  const unit = indicator.unit ?? '';
  const way = achieved === null ? '' : `目標までの道のりの${percentage(achieved)}まで進みました。`;
  const time = elapsed === null ? '' : `期間は${percentage(elapsed)}が過ぎました。`;
  const later = provisional ? 'この数字は、後で変わることがあります。' : '';
  switch (status) {
    case 'achieved': return `目標の${targetText(indicator)}に届きました。${later}`;
    case 'ahead':
    case 'slightly-behind':
    case 'behind': return (achieved === 0 ? 'はじめの数字と変わっていません。' : way) + time + later;
    case 'receding': return `はじめの${baseline.value === null ? '' : valueText(baseline.value, indicator.baseline.printed) + unit}より${(current?.value ?? 0) < (baseline.value ?? 0) ? '下がりました' : '上がりました'}。${later}`;
    case 'missed': return `期間が終わりましたが、${way}${later}`;
    case 'kept':
    case 'not-kept': return `目標は${targetText(indicator)}です。${later}`;
    case 'withheld': return reason === 'not-measured' || reason === 'no-figure-yet' ? 'この年度の数字が、まだありません。'
      : reason === 'reference-value' ? 'この年度の決まった数字が、まだありません。'
      : reason === 'other-series' ? '数え方が変わったため、はじめの数字と比べることができません。'
      : '進み具合を、数字で表すことができません。';
  }
}
