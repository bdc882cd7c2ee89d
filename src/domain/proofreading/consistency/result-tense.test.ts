import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { resultTense } from './result-tense.ts';

describeRule(resultTense, {
  '調査した。決定した。公表した。改定した。見直した。適正な処理に努める。': '努める',
  '調査した。決定した。公表した。改定した。見直した。活用している。': 'している',
}, [
  '調査した。決定した。公表した。改定した。取り組んだ。',
  '調査した。決定した。公表した。改定した。見直した。実施には至っていない。',
]);
