import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { eraYear } from './era-year.ts';

describeRule(eraYear, {
  '平成31年度に策定した。／平成31年度の決算／令和元年度に見直した。': '令和元年度→平成31年度',
  '平成32年度までに整備する。': '平成32年度',
}, [
  '令和元年度に策定した。／令和元年度に見直した。',
  '令和元年東日本台風／平成31年度',
]);
