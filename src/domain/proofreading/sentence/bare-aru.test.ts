import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { bareAru } from './bare-aru.ts';

describeRule(bareAru, {
  '地元からの要望あり、検討した。': '要望あり→要望があり',
}, [
  '意見の提出があった。',
  '相談は12件あった。',
  '一部に誤りもあったが、修正した。',
]);
