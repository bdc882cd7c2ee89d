import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { cleftPredicate } from './cleft-predicate.ts';

describeRule(cleftPredicate, {
  '利用が増えたのは、開館時間を延長した。': '延長した',
}, [
  '利用が増えたのは、開館時間を延長したためである。',
  '目標を達成したのは、指標１及び指標３である。',
  '最も多かったのは駐車場の増設を求める声であったことから、40台分を確保した。',
  '利用が増えたのは夜間で、開館時間を延長した。',
]);
