import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { nounStopMata } from './noun-stop-mata.ts';

describeRule(nounStopMata, {
  '強化と効率化の両立、また人的な対応に取り組みます。': '両立、また',
}, [
  '強化と効率化を両立し、また対応に取り組みます。',
  '市の計画または方針',
  '国の方針、または市の方針',
]);
