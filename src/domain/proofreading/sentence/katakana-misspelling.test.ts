import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { katakanaMisspelling } from './katakana-misspelling.ts';

describeRule(katakanaMisspelling, {
  '除雪ボランテアの協力を得た。': 'ボランテア→ボランティア',
  '市民アンケトを実施した。': 'アンケト→アンケート',
  'シュミレーションを行った。': 'シュミレーション→シミュレーション',
  'コミニュケーションを促した。': 'コミニュケーション→コミュニケーション',
  'ボランテイアと協働した。': 'ボランテイア→ボランティア',
}, [
  'オンラインで申請を受け付けた。',
  'ドローンで点検した。',
  'キャッシュレスの決済を導入した。',
  'ワークショップを開いた。',
  'コマエンジェルを配布した。',
]);
