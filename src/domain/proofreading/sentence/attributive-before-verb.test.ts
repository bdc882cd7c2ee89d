import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { attributiveBeforeVerb } from './attributive-before-verb.ts';

describeRule(attributiveBeforeVerb, {
  '研修の受講をした受けた職員': 'した受け',
  '大雪による運休した日': 'による→により',
  '耐震化を促進する図るため、補助した。': 'する図る',
  '公募による決める。': 'による→により',
  '制度に関する伝える。': 'に関する→に関して',
}, [
  '木や鉄を用いた落ち着いたものに掛け替えた。',
  '機械による一貫した作業を取り入れた。',
  'ほほ笑ましく見守った。',
  '公募により決める。',
  '職員による見守りを行った。',
  '制度に関する研修を行った。',
  '大雨による被害を防いだ。',
  '市民に対する働き掛けを強めた。',
]);
