import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { loneTari } from './lone-tari.ts';

describeRule(loneTari, {
  '施設を見学したり、職員に質問し、理解を深めた。': 'たり',
}, [
  '資料を配布したり、説明会を開催したりした。',
  '質問したりする機会を設けた。',
  '実施に当たり、関係機関と協議した。',
  '長期にわたり、利用された。',
]);
