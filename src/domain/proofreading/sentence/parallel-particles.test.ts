import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { parallelParticles } from './parallel-particles.ts';

describeRule(parallelParticles, {
  '購入量を91.0％、使用量は88.5％まで削減した。': 'を91.0％、使用量は88.5％',
}, [
  '購入量を91.0％、使用量を88.5％まで削減した。',
  '購入量は91.0％、使用量は88.5％となった。',
  '経費を10％減らし、件数は５件となった。',
]);
