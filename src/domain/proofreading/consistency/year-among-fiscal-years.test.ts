import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { yearAmongFiscalYears } from './year-among-fiscal-years.ts';

describeRule(yearAmongFiscalYears, {
  '窓口を一元化するため、令和５年度４月に設置した。': '令和５年度４月→令和５年４月',
  '令和３年度、令和４年度、令和５年度／令和４年の実績を公表した。': '令和４年→令和４年度',
}, [
  '令和５年度、令和４年度、令和３年度／令和５年４月に設置した。',
  '令和５年度、令和４年度、令和３年度／犯罪の認知件数は令和４年の120件から減少した。',
  '令和５年の実績を公表した。',
  '令和５年度９月補正予算に計上した。',
]);
