import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { quotedObject } from './quoted-object.ts';

describeRule(quotedObject, {
  '受講者の95％が「役立つ」を答えた。': 'を→と',
}, [
  '利用者の86％が「満足」と回答した。',
  '「市長への手紙」を受け付けた。',
]);
