import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { repeatedInCompound } from './repeated-in-compound.ts';

describeRule(repeatedInCompound, {
  '感染症感染拡大を防いだ。': '感染症感染',
  '計画書計画を定めた。': '計画書計画',
}, [
  '総務部総務課が担当した。',
  '市民環境部環境衛生課が担当した。',
  '感染症の感染拡大を防いだ。',
  '一日一日を過ごした。',
  '委員会会議を開いた。',
  '基本計画書',
]);
