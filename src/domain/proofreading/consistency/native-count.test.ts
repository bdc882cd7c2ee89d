import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { nativeCount } from './native-count.ts';

describeRule(nativeCount, {
  '三つの施設を改修した。／二つの協定を結んだ。／３つの事業を統合した。': '３つ→三つ',
  '３つの施設／２つの協定／４つの柱／二つの事業': '二つ→2つ',
}, [
  '三つの施設／二つの協定',
  '３つの施設／二つの協定',
  '三つの施設／二つの協定／第３については見直した。',
]);
