import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { placeOfEvent } from './place-of-event.ts';

describeRule(placeOfEvent, {
  '説明会は市役所に２回実施した。': 'に→で',
}, [
  '相談会を中央公民館で開催した。',
  '中央公民館に設備を設置した。',
  '公園に遊具を整備する工事を行った。',
]);
