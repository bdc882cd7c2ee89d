import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { decomposedCharacter } from './decomposed-character.ts';

describeRule(decomposedCharacter, {
  'か\u3099進んだ。': 'か\u3099→が',
  'か゛進んだ。': 'か゛→が',
  '⾏政評価': '⾏→行',
}, [
  'が進んだ。',
  '行政評価',
]);
