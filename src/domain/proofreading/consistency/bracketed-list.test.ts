import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { bracketedList } from './bracketed-list.ts';

describeRule(bracketedList, {
  '小学校３校（東浜小学校及び西浜小学校）で開始した。': '３校（東浜小学校及び西浜小学校）',
  '三つの柱（健康づくり、福祉）を掲げた。': '三つの柱（健康づくり、福祉）',
}, [
  '会議を年２回（６月、10月）開催した。',
  '小学校３校（東浜小学校、西浜小学校ほか）で開始した。',
  '会議を３回（うち書面１回、対面２回）開催した。',
]);
