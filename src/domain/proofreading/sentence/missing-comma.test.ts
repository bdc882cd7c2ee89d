import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { missingComma } from './missing-comma.ts';

describeRule(missingComma, {
  '「AIで考える課題解決」に職員２人を派遣しAIを用いた取組を進めた。': 'しAI→し、AI',
  '計画に基づく保健事業を全ての地区で実施し医療費を抑えた。': 'し医療→し、医療',
}, [
  '計画に基づく保健事業を全ての地区で実施し、医療費を抑えた。',
  '端末を調達し設置した。',
  '研修を実施し効果を確かめた。',
  '計画に基づく保健事業を全ての地区で実施した。',
]);
