import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { senHyaku } from './sen-hyaku.ts';

describeRule(senHyaku, {
  '5,701万２千円の交付': '２千→2,000',
  '３百人が参加した。': '３百→300',
}, [
  '2,000円の交付',
  '数千円',
  '千円単位',
  '５千里',
]);
