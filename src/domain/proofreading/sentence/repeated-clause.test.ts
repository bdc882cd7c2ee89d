import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { repeatedClause } from './repeated-clause.ts';

describeRule(repeatedClause, {
  '来館者からは好評であり、来館者からは継続を望む声があった。': '来館者からは',
  '個別の通知を送付するとともに、個別の通知を送付した。': '個別の通知を',
}, [
  '来館者からは好評であり、職員からは改善の声があった。',
  '10人に配布し、10人に説明した。',
  '市は、計画を定め、市は公表した。',
]);
