import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { oyobiComma } from './oyobi-comma.ts';

describeRule(oyobiComma, {
  '環境及び、対策を確認した。': '及び、→及び',
  '国又は、市が行う。': '又は、→又は',
}, [
  '環境及び対策を確認した。',
  '環境、及び対策',
  '実施した。または、延期した。',
  '影響が広く市外にまで及び、対応に追われた。',
  '議論が運営の細部に及び、時間を要した。',
]);
