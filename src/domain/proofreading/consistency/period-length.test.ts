import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { periodLength } from './period-length.ts';

describeRule(periodLength, {
  '10月から２月までの４か月間': '10月から２月までの４か月',
  '令和３年度から令和７年度までの４年間': '令和３年度から令和７年度までの４年間',
}, ['10月から２月までの５か月間', '令和３年度から令和７年度までの５年間', '４月から９月まで実施した。']);
