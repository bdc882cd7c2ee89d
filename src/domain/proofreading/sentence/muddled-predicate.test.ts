import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { muddledPredicate } from './muddled-predicate.ts';

describeRule(muddledPredicate, {
  '高齢者の割合が多くを占めた。': '割合が多くを占め',
  '一斉視聴に支障が生じなくした。': 'が生じなくした',
  '平均で1.2減少した。': '2減少',
  '前回の調査から比べて増えた。': 'から比べ',
  '適当である旨答申を受けた。': '旨',
  '残り５橋とった。': '橋とった',
}, [
  '高齢者が３割を占めた。',
  '高齢者の割合は３割である。',
  '負担をなくした。',
  '1.2％減少した。',
  '公表する旨通知した。',
  '必要な対策をとった。',
  '女性の占める割合',
]);
