import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { planYear } from './plan-year.ts';

describeRule(planYear, {
  '期間は平成30年度から令和４年度までの５年間である。／令和３年度は推進計画の５年目となる。': '令和３年度は推進計画の５年目',
}, [
  '期間は平成30年度から令和４年度までの５年間である。／令和３年度は推進計画の４年目となる。',
  '令和５年度は計画の３年目に当たる。',
  '期間は令和４年度から令和８年度までである。別の計画は令和３年度から令和７年度までである。／令和５年度は計画の３年目に当たる。',
]);
