import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { sentenceAfterBracket } from './sentence-after-bracket.ts';

describeRule(sentenceAfterBracket, {
  '案内を実施した。（延べ1,120人）': '。（延べ1,120人）→（延べ1,120人）。',
}, [
  '案内を実施した（延べ1,120人）。',
  '理解促進を図った。（再掲）',
  '実施した。（注）別に定める。',
]);
