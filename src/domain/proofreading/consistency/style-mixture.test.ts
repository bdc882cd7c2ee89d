import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { styleMixture } from './style-mixture.ts';

describeRule(styleMixture, {
  '推進します。図ります。努めます。進めます。高めます。取り組んでいく。': '取り組んでいく',
  '調査した。決定した。公表した。改定した。見直しました。': 'ました',
}, [
  '推進します。図ります。努めます。進めます。高めます。',
  '調査した。決定した。実施。公表した。改定した。',
]);
