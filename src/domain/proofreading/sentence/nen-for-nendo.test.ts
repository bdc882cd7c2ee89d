import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { nenForNendo } from './nen-for-nendo.ts';

describeRule(nenForNendo, {
  '令和３年予算に反映した。': '令和３年→令和３年度',
  '令和２年決算を公表した。': '令和２年→令和２年度',
  '令和２年度から令和４年までの計画': '令和２年度から令和４年',
  '令和３年から令和７年にかけて改築する。': '令和３年から令和７年',
}, [
  '令和３年度予算に反映した。',
  '令和３年４月から令和４年３月まで',
  '平成27年度から５年の計画期間',
  '平成27年度から令和元年度までの５年間',
  '令和３年３月に策定した。',
]);
