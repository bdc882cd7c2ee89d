import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { katakanaSpelling } from './katakana-spelling.ts';

describeRule(katakanaSpelling, {
  'サーバーの更新／サーバーの増設／サーバの廃止': 'サーバ→サーバー',
  'ワーク・ライフ・バランスの推進／ワーク・ライフ・バランスの啓発／ワークライフバランス休暇': 'ワークライフバランス→ワーク・ライフ・バランス',
  'ソフトウェア／ソフトウェア／ソフトウエア': 'ソフトウエア→ソフトウェア',
}, [
  'ビルの管理／ビールの販売',
  'データの活用／デートの場所',
  'サーバーの更新／サーバーの増設',
  'コース／コスト',
]);
