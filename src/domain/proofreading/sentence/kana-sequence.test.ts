import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { kanaSequence } from './kana-sequence.ts';

describeRule(kanaSequence, {
  '登記の手続に関するる案内を送付した。': 'るる',
  '申請から認定までの日数を調べ、課題が明らかとっなた。': 'っな',
}, [
  '課題が明らかとなった。',
  'なるせの未来を描いた。',
  'こまえ市民まつりを開いた。',
  'ますます進む高齢化に備えた。',
  '職員のすすめで参加した。',
]);
