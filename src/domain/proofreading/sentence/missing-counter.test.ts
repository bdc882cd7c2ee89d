import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { missingCounter } from './missing-counter.ts';

describeRule(missingCounter, {
  '登録児童は512であった。': '512',
  '交付額は1,080万であった。': '1,080万',
  '参加者は、240となった。': '240',
}, [
  '登録児童は512人であった。',
  '財政力指数は0.87であった。',
  '利用者数は、1,200であった。',
  '実質公債費比率は5.2となった。',
  '点検した施設は88であった。',
]);
