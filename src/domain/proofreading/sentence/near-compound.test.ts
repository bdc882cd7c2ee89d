import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { nearCompound } from './near-compound.ts';

describeRule(nearCompound, {
  '関係期間と協議した。': '関係期間→関係機関',
  '健康診団を受けた。': '健康診団→健康診査',
  '生涯習学を進めた。': '生涯習学→生涯学習',
  '児童逆待を防いだ。': '児童逆待→児童虐待',
}, [
  '関係機関と協議した。',
  '計画期間を定めた。',
  '市内全域で実施した。',
  '行政改革の推進',
  '補助対象を広げた。',
]);
