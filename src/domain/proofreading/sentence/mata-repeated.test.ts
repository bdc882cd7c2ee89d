import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { mataRepeated } from './mata-repeated.ts';

describeRule(mataRepeated, {
  '受付を行い、また、講座を開いた。また、検討した。': 'また',
  '実施した。また、検討した。また、公表した。': 'また',
  '調査した。さらに、分析した。さらに、公表した。': 'さらに',
}, [
  '実施した。また、検討した。',
  '実施した。また、検討した。さらに、公表した。',
  '実施した。また、検討した。公表した。改定した。また、見直した。',
]);
