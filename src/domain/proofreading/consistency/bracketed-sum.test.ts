import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { bracketedSum } from './bracketed-sum.ts';

describeRule(bracketedSum, {
  '参加者は61人（男性28人、女性31人）であった。': '61人（男性28人、女性31人）',
  '歳出は２億3,000万円（人件費１億2,000万円、物件費１億円）となった。': '２億3,000万円（人件費１億2,000万円、物件費１億円）',
}, [
  '参加者は59人（男性28人、女性31人）であった。',
  '相談は120件（前年度98件、前々年度90件）であった。',
  '参加者は61人（うち市外28人、町外３人）であった。',
]);
