import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { karaKa } from './kara-ka.ts';

describeRule(karaKa, {
  '私費会計から公会計化した。': 'から公会計化し',
  '紙から電子化した。': 'から電子化し',
}, [
  '紙から電子文書に移行した。',
  '令和２年度から電子化した。',
  '市民からデジタル化の要望があった。',
  '利便性の観点からデジタル化した。',
  '今後から電子化する。',
  '広報紙は、５月号から全面カラー化した。',
]);
