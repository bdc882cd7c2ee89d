import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { partsOfWhole } from './parts-of-whole.ts';

describeRule(partsOfWhole, {
  '18施設のうち、11施設で実施し、残る６施設は翌年度とした。': '18施設のうち、11施設で実施し、残る６施設',
  '参加者は120人で、うち150人が初めてであった。': '120人で、うち150人',
  '250人のうち48人（20.2％）が女性である。': '250人のうち48人（20.2％）',
}, [
  '18施設のうち11施設で実施し、残る７施設は翌年度とした。',
  '参加者は120人で、うち50人が初めてであった。',
  '250人のうち48人（19.2％）が女性である。',
]);
