import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { wrongProduct } from './wrong-product.ts';

describeRule(wrongProduct, {
  '50,000円（１枠25,000円×３件）の収入': '50,000',
}, [
  '50,000円（１枠25,000円×２件）の収入',
  '30人（10人×３回）',
  '50,000円の収入（１枠25,000円）',
]);
