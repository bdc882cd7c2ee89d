import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { intransitiveWo } from './intransitive-wo.ts';

describeRule(intransitiveWo, {
  '時間外勤務を減少した。': 'を減少し→を減少させ',
  '満足度を向上する。': 'を向上する→を向上させる',
  '残高を増加した。': 'を増加し→を増加させ',
}, [
  '時間外勤務を減少させた。',
  '満足度が向上した。',
  '工事を完了した。',
  '対象を拡大した。',
  '向上を図った。',
]);
