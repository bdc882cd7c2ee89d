import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { unnaturalJisshi } from './unnatural-jisshi.ts';

describeRule(unnaturalJisshi, {
  '対象の拡大を実施した。': '拡大を実施し',
  '業務の円滑化を実施した。': '円滑化を実施し',
  '連携の強化を実施した。': '強化を実施し',
  '対応の検討を実施した。': '検討を実施し',
  '事務の効率化を実施する。': '効率化を実施する',
}, [
  '研修を実施した。',
  '調査を実施した。',
  'デジタル化を実施した。',
  '耐震化を実施した。',
  '円滑化を図った。',
  '強化月間を実施した。',
]);
