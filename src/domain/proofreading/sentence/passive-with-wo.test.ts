import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { passiveWithWo } from './passive-with-wo.ts';

describeRule(passiveWithWo, {
  '職員の精神的な負担を軽減された。': 'を軽減され',
  '全職員に研修を実施された。': 'を実施され',
}, ['負担が軽減された。', '課題を指摘された。', '業務を委託された法人', '負担を軽減した。']);
