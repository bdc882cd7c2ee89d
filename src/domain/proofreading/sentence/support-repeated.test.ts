import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { supportRepeated } from './support-repeated.ts';

describeRule(supportRepeated, {
  '改善のための支援として、自己啓発を支援する。': '支援する',
  '普及のための啓発として、市民を啓発した。': '啓発し',
}, [
  '支援として、費用を助成した。',
  '対策として、点検を実施した。',
  '感染拡大防止としては、「拡大を防止するための一覧」を配った。',
]);
