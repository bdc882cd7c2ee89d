import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { droppedShi } from './dropped-shi.ts';

describeRule(droppedShi, {
  '研修を実施た。': '実施た→実施した',
  '方針を検討ました。': '検討まし→検討しまし',
  '日程を調整て決めた。': '調整て→調整して',
  '中止とた。': 'とた→とした',
  '紙の書類をデジタル化た。': '化た→化した',
}, [
  '研修を実施した。',
  '方針を検討しました。',
  '日程を調整して決めた。',
  '中止とした。',
  '来たときに配った。',
  '調整っている',
]);
