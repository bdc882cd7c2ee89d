import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { karaBeforeNoun } from './kara-before-noun.ts';

describeRule(karaBeforeNoun, {
  '利用者から意見に基づき、時間を延長した。': 'から意見→からの意見',
}, [
  '住民から要望を受け付けた。',
  '利用者からの意見を踏まえた。',
  '住民から意見が寄せられた。',
]);
