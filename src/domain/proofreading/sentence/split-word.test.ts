import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { splitWord } from './split-word.ts';

describeRule(splitWord, {
  '歳は入当初予算を上回った。': '歳は入→歳入は',
  '会員が減り、組の織再編を支援した。': '組の織→組織の',
}, [
  '就職した後の見守りを続けた。',
  '歳入は当初予算を上回った。',
  '市の職員が説明した。',
  '事の重大さを伝えた。',
  '心の健康を守った。',
]);
