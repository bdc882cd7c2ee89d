import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { taigenDome } from './taigen-dome.ts';

describeRule(taigenDome, {
  '調査した。決定した。公表した。改定した。見直した。２回実施。': '実施',
}, [
  '実施。調査。公表。改定。決定。見直した。',
  '調査した。決定した。公表した。改定した。見直した。',
]);
