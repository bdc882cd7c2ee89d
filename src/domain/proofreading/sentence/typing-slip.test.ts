import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { typingSlip } from './typing-slip.ts';

describeRule(typingSlip, {
  '研修を実施sた。': 's',
  '検討を行いまし。': 'いまし。',
  '計画のとうりに進めた。': 'とうり',
  '少しづつ増えた。': '少しづつ',
  '確認するこができた。': 'こ',
  '見直しにつて検討した。': 'つて',
}, [
  '延長1,884mの水路',
  'eラーニングの受講',
  '確認することができた。',
  'まちづくりについて、検討した。',
  '手続をWebで行った。',
  '改めて検討したこととした。',
  '面積は1,200aである。',
  '伝統工芸',
  'ますます進む高齢化',
  'ホールの改修',
  '一人ひとりを支えた。',
]);
