import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { symbolForms } from './symbol-forms.ts';

describeRule(symbolForms, {
  '（内部評価）／（外部評価）／(再掲)': ['(→（', ')→）'],
  '実施し、検討した。／調査し、公表した。／改定し，周知した。': '，→、',
  '１～３年／４～５年／６〜７年': '〜→～',
}, [
  '（内部評価）／（外部評価）',
  '10:30に開始／課題：財源',
  'https://example.jp／国／市',
]);
