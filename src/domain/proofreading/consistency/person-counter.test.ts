import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { personCounter } from './person-counter.ts';

describeRule(personCounter, {
  '12人が参加した。／30人に配布した。／延べ８人／５人／９名となった。': '名→人',
}, [
  '12人が参加した。／30名に配布した。',
  '12人／30人／８人／５人／３名称',
]);
