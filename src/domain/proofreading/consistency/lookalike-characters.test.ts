import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { lookalikeCharacters } from './lookalike-characters.ts';

describeRule(lookalikeCharacters, {
  'セキュリティポリシ一を確認した。': '一→ー',
  'ネットワ一クを築いた。': '一→ー',
  'スキルアッププ口グラム': '口→ロ',
  'まちヘの愛着を育んだ。': 'ヘ→へ',
  '財政効果は4憶円となった。': '憶→億',
}, [
  'セキュリティポリシーを確認した。',
  '工業',
  '一部のルール',
  'ヘルスケアの推進',
  'データ一覧を作成した。',
  'サービス二部',
]);
