import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { repeatedWord } from './repeated-word.ts';

describeRule(repeatedWord, {
  '研修をを実施した。': 'をを→を',
  '実施のの方法': 'のの→の',
  '計画についてについて検討した。': 'についてについて→について',
  '研修研修を実施した。': '研修研修→研修',
  '検討検討を行った。': '検討検討→検討',
  '消防署とと協議した。': 'とと→と',
}, [
  'ものの、実施した。',
  '一人一人の能力',
  '様々な意見',
  '母は元気だ。',
  '永久に保存することとともに、公開した。',
  '一つ一つ確認した。',
  '１日１日を大切にした。',
  'ますます増えた。',
]);
