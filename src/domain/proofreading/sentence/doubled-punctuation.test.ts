import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { doubledPunctuation } from './doubled-punctuation.ts';

describeRule(doubledPunctuation, {
  '改正を行い、、体制を整えた。': '、、→、',
  '実施した。。': '。。→。',
  '実施した、。': '、。→。',
  '（、延べ10人）が参加した。': '（、→（',
  '「研修、」を開いた。': '、」→」',
  '道路、，公園を直した。': '、，→、',
}, [
  '改正を行い、体制を整えた。',
  '「実施した。」と述べた。',
  '（延べ10人）、参加した。',
  '……を省いた。',
  '国・都・市が担った。',
]);
