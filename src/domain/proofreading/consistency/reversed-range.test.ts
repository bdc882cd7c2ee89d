import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { reversedRange } from './reversed-range.ts';

describeRule(reversedRange, {
  '87歳～18歳の応募があった。': '87歳～18',
  '令和５年度から令和３年度まで': '令和５年度から令和３年度',
}, [
  '18歳～87歳の応募',
  '平成30年度から令和２年度まで',
  '平成27年度から５年の計画',
  '11月～３月',
]);
