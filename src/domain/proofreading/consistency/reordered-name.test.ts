import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { reorderedName } from './reordered-name.ts';

describeRule(reorderedName, {
  '包括施設管理業務委託／包括施設管理業務委託／施設包括管理業務委託': '施設包括管理業務委託→包括施設管理業務委託',
  '保健福祉部で担う。／保健福祉部が協議した。／福祉保健部に移した。': '福祉保健部→保健福祉部',
}, ['包括施設管理業務委託／包括施設管理業務委託', '会議室／議会室',
  '三十七パーセントであった。／七十三パーセントであった。',
]);
