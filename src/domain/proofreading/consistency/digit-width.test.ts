import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { digitWidth } from './digit-width.ts';

describeRule(digitWidth, {
  '９月１日に実施した。／３月に公表した。／3月に集計した。': '3月→３月',
  '10人が参加した。／25人が参加した。／１２人が参加した。': '１２人→12人',
}, [
  '９月10日に実施した。／３月25日',
  '5G通信／３月',
  '※2の注／３月／４月',
  '３月に２回、延長2,350ｍを舗装し、４月に終えた。',
]);
