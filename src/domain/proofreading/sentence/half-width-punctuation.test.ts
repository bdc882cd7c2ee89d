import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { halfWidthPunctuation } from './half-width-punctuation.ts';

describeRule(halfWidthPunctuation, {
  '実施し,検討した。': ',→、',
  '実施した.': '.→。',
  '課題:財源': ':→：',
}, [
  '実施し、検討した。',
  '10:30に開始',
  '1,000人',
  'Web.config',
  '延べ5.5時間',
]);
