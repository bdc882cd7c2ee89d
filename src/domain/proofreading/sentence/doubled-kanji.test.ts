import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { doubledKanji } from './doubled-kanji.ts';

describeRule(doubledKanji, {
  '利用者は増加加傾向にある。': '増加加→増加',
  '管理する体制制を整えた。': '体制制→体制',
  '設備を整備備し、開放した。': '整備備→整備',
  '見守りに参加する人が人が減った。': '人が人が→人が',
  '道路の通行止め止めを解いた。': '止め止め→止め',
}, [
  '思い思いに過ごす。',
  '施設設備を更新した。',
  '北浜市市民会館を改修した。',
  '緑地地区を定めた。',
  '日に日に増えている。',
  '一一・五％であった。',
  '国道と道道を結ぶ。',
]);
