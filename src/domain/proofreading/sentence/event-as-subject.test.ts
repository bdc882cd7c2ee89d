import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { eventAsSubject } from './event-as-subject.ts';

describeRule(eventAsSubject, {
  '職員を対象とする研修に実施した。': 'に→を',
  '体験型の返礼品が新たに14品目加えた。': 'が→を',
  '新たな計画が策定し、公表した。': 'が→を',
  '避難所で訓練が実施しました。': 'が→を',
}, [
  '年度末に実施した。',
  '返礼品が新たに14品目加わった。',
  '避難所で訓練を実施した。',
  '市が実施した訓練',
  '訓練が実施された。',
  '協議会が開催した。',
  '計画が完成した。',
]);
