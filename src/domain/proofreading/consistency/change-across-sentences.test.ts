import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { changeAcrossSentences } from './change-across-sentences.ts';

describeRule(changeAcrossSentences, {
  '「計画どおり」が27項目、「未着手」が２項目となった。「計画どおり」は前年度の23項目から５項目増加し、順調に進んだ。': '「計画どおり」は前年度の23項目から５項目増',
}, [
  '「計画どおり」が27項目となった。「計画どおり」は前年度の23項目から４項目増加した。',
  '参加者は27人となった。登録者は前年度の23人から５人増加した。',
]);
