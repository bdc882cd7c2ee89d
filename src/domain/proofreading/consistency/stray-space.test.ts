import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { straySpace } from './stray-space.ts';

describeRule(straySpace, {
  '研修を 実施した。': ' →',
  '研修を　実施した。': '　→',
}, [
  '研修を実施した。',
  'Web 会議を開いた。',
  'AI OCRを導入した。',
]);
