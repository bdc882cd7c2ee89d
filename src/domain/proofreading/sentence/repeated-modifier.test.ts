import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { repeatedModifier } from './repeated-modifier.ts';

describeRule(repeatedModifier, {
  '内容を庁内放送で放送した。': '放送で放送',
  '年間の年間保守料を減らした。': '年間の年間',
  '移動に係る移動時間を短縮した。': '移動に係る移動',
}, ['年間の保守料', '一人の一人', '市の市民に対する支援', '学校の教育']);
