import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { impossibleSequence } from './impossible-sequence.ts';

describeRule(impossibleSequence, {
  '計画をが策定した。': 'をが',
  '窓口でが受け付けた。': 'でが',
  '研修を実施したを受けて改めた。': 'たを',
  '利用者が増えるました。': '増えるまし',
  '周知を行い。': '行い。',
  '協議会を設置し。': 'し。',
  '負担を減らすに努めた。': '減らすに',
  '検討を行いまし。': 'まし。',
}, [
  '市のものを含めて公表した。',
  '増やすことに努めた。',
  '行うのを待った。',
  '駅から市役所までの間',
  '市民からの意見にも応えた。',
  'やむを得ない場合',
  '会場へは徒歩で行く。',
  '国や県と協議した。',
]);
