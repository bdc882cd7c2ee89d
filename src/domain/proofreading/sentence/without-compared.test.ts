import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { withoutCompared } from './without-compared.ts';

describeRule(withoutCompared, {
  '利用者は前年度比較して増加した。': '前年度比較',
  '10月から３月かけて工事を行った。': '３月かけ',
}, [
  '保有率は前年同月末に比べて上昇した。',
  '10月から３月にかけて工事を行った。',
]);
