import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { unfamiliarHomophone } from './unfamiliar-homophone.ts';

describeRule(unfamiliarHomophone, {
  '利用者数は、以前の水準まで開腹した。': '開腹→回復',
  '県から市に事務を遺憾した。': '遺憾→移管',
  '利用者同志の意見が分かれた。': '同志→同士',
}, [
  '利用者数は、以前の水準まで回復した。',
  '遺憾である。',
  '開腹の手術に用いる機器を更新した。',
  '協議会の委員を委嘱した。',
]);
