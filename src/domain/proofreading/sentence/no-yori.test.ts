import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { noYori } from './no-yori.ts';

describeRule(noYori, {
  '感染症の影響のより中止となった。': 'のより→により',
  '職員の提案のより、見直した。': 'のより→により',
  '台風の接近のより延期した。': 'のより→により',
  '寄附のより設置した。': 'のより→により',
}, [
  '市民のより一層の理解を得た。',
  '職員のより良い環境',
  '市民のより参加しやすい環境',
  '事業のより効果的な実施',
  '前年度のものより多い。',
  '関係者のより多くの参加',
]);
