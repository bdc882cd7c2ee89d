import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { eventAsSubject } from './event-as-subject.ts';

describeRule(eventAsSubject, {
  '新たな計画が策定し、公表した。': 'が→を',
  '避難所で訓練が実施しました。': 'が→を',
}, [
  '避難所で訓練を実施した。',
  '市が実施した訓練',
  '訓練が実施された。',
  '協議会が開催した。',
  '計画が完成した。',
]);
