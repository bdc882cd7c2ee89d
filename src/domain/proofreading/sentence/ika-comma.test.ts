import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { ikaComma } from './ika-comma.ts';

describeRule(ikaComma, {
  '推進計画（以下、「計画」という。）を定めた。': '以下、→以下',
}, [
  '推進計画（以下「計画」という。）を定めた。',
  '30人以下、「計画」の対象',
]);
