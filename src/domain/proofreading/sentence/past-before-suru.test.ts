import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { pastBeforeSuru } from './past-before-suru.ts';

describeRule(pastBeforeSuru, {
  '地域の実情に応じた支援し、相談にも応じた。': '応じた支援',
  '調査を実施した検証した。': 'した検証',
}, [
  '跡地の開放に向けた検討を行った。',
  '実情に応じた支援をした。',
  '実施した結果、参加者が増えた。',
  '市が策定した計画の推進に努めた。',
]);
