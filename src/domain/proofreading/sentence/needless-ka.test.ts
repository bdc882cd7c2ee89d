import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { needlessKa } from './needless-ka.ts';

describeRule(needlessKa, {
  '業務を委託化した。': '委託化→委託',
  '部門の連携化を図った。': '連携化→連携',
}, [
  '業務を委託した。',
  'デジタル化した。',
  '民営化した。',
  '管理化学物質',
  '適正化を図った。',
]);
