import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { thousandsSeparator } from './thousands-separator.ts';

describeRule(thousandsSeparator, {
  '延べ1,120人、6,551人が参加した。／延長1884.43m': '1884.43→1,884.43',
  '総額12,34円、1,120円': '12,34',
}, [
  '2020年に1,120人が参加した。',
  '平成31（2019）年に1,120人',
  '1120人が参加した。',
  '電話03-1234-5678、1,120人',
  '第1234号、1,120人',
  '1,120人、6,551人、8050問題',
]);
