import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { oForWo } from './o-for-wo.ts';

describeRule(oForWo, {
  '協議の場お設け、意見を聴いた。': 'お→を',
  '点検お実施した。': 'お→を',
  '補助金の額お定めた。': 'お→を',
}, [
  'お客様の意見を聴いた。',
  '窓口でお待ちいただく時間',
  '結果をお知らせした。',
  '市民お一人お一人の声',
  '資料をお渡しした。',
]);
