import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { quotedAnd } from './quoted-and.ts';

describeRule(quotedAnd, {
  '「非常に良好」と「良好」となった。': 'と',
}, [
  '「非常に良好」又は「良好」となった。',
  '「計画」と「方針」を定めた。',
  '「良好」となった。',
]);
