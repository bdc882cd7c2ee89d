import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { niTaishiteWo } from './ni-taishite-wo.ts';

describeRule(niTaishiteWo, {
  '職員に対して状況を確認した。': 'に対して状況を確認',
  '事業者に対し、経営の実態を調査した。': 'に対し、経営の実態を調査',
}, [
  '職員の状況を確認した。',
  '職員に対して状況を説明した。',
  '職員に対して研修を実施した。',
  '市民に対して内容を説明した。',
]);
