import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { verbBeforeOyobi } from './verb-before-oyobi.ts';

describeRule(verbBeforeOyobi, {
  '設備を更新した及び点検を行った。': 'た及び',
}, [
  '炊き出し及び安否確認の訓練を行った。',
  '整備に関する基準並びに運営に関する基準を定めた。',
  '影響が全体に及び、中止した。',
]);
