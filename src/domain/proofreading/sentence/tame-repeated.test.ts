import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { tameRepeated } from './tame-repeated.ts';

describeRule(tameRepeated, {
  '状況が変化したため、対応を進めるため、会議を設置した。': 'ため',
  '防止のために、周知するために配布した。': 'ために',
}, [
  'そのため、対応を進めるため、会議を設置した。',
  '状況が変化したため、会議を設置した。',
  '支援のための給付金を、円滑に支払うために窓口を設けた。',
]);
