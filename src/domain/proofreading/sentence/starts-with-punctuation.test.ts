import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { startsWithPunctuation } from './starts-with-punctuation.ts';

describeRule(startsWithPunctuation, {
  '：申請書の入力': '：',
  '、また実施した。': '、',
}, [
  '児童育成課：申請書の入力',
  '「計画」を策定した。',
  '（再掲）',
  '・市民ホール',
]);
