import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { swappedKanji } from './swapped-kanji.ts';

describeRule(swappedKanji, {
  '情報発信の段手を増やした。': '段手→手段',
  '調査の果結を公表した。': '果結→結果',
}, [
  '市民課の窓口',
  '市民税課と資産税課が説明会を開いた。',
  '耐震改修の費用',
  '山川の保全',
  '水道管の更新',
  '児童館の運営',
  '申込みは月に数件であった。',
  '十数人が集まった。',
]);
