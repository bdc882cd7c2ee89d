import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { sumOfParts } from './sum-of-parts.ts';

describeRule(sumOfParts, {
  '男性12人、女性15人、計28人が参加した。': '男性12人、女性15人、計28人',
  '対象の18施設のうち20施設で実施した。': '18施設のうち20施設',
}, [
  '男性12人、女性15人、計27人が参加した。',
  '18施設のうち16施設で実施した。',
  '研修を３回、講座を２回行い、計120人が受講した。',
]);
