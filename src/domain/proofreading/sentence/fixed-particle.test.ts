import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { fixedParticle } from './fixed-particle.ts';

describeRule(fixedParticle, {
  '市民に対象とした講座を開いた。': 'に→を',
  '計画を基づき整備した。': 'を→に',
  '利用者数は前年度に上回った。': 'に→を',
  '支援を必要な世帯を訪問した。': 'を→が',
  '関係機関に連携し、対応した。': 'に→と',
}, [
  '調査の結果を踏まえ、前年度を大幅に上回った。',
  '支援を必要とする世帯を訪問した。',
  '関係機関と連携し、計画に基づき整備した。',
  '市が目指す姿を示した。',
  '減少したことに伴い、見直した。',
]);
