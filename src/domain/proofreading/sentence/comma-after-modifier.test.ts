import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { commaAfterModifier } from './comma-after-modifier.ts';

describeRule(commaAfterModifier, {
  '国の定めた、支援のための給付金を交付した。': '国の定めた、',
}, [
  '国の定めた支援のための給付金を交付した。',
  '市が定めたため、変更した。',
  '国の方針を受け、市が定めた。',
]);
