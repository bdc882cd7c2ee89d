import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { nadoRepeated } from './nado-repeated.ts';

describeRule(nadoRepeated, {
  'AI・RPA等の先進技術等を使いこなす。': '等の先進技術等',
  '活用方法等、今後の在り方等を検討した。': '等、今後の在り方等',
}, ['RPA等の先進技術を使いこなす。', '均等に配分し、平等に扱った。', '書類等を送付し、資料等を配布した。']);
