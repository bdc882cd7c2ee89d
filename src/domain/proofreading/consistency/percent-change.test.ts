import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { percentChange } from './percent-change.ts';

describeRule(percentChange, {
  '利用者は1,200人から1,500人に、20.0％増加した。': '1,200人から1,500人に、20.0％増',
}, [
  '利用者は1,200人から1,500人に、25.0％増加した。',
  '寄附は１億2,560万円となり、前年度の１億617万円と比べて18.3％増加した。',
]);
