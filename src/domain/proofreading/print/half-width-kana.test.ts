import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { halfWidthKana } from './half-width-kana.ts';

describeRule(halfWidthKana, {
  'ﾃﾞｼﾞﾀﾙ化した。': 'ﾃﾞｼﾞﾀﾙ→デジタル',
  '｢計画｣を定めた。': ['｢→「', '｣→」'],
}, [
  'デジタル化した。',
  'Wi-Fi',
]);
