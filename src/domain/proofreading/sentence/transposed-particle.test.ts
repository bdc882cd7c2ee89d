import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { transposedParticle } from './transposed-particle.ts';

describeRule(transposedParticle, {
  '研修会開を催した。': '開を催→を開催',
  '点検表作を成し、配布した。': '作を成→を作成',
  '利便性高をめた。': '高をめ→を高め',
  '指導地を域の団体に委ねた。': '地を域→を地域',
  '計画基にづき実施した。': '基にづ→に基づ',
}, [
  '研修を実施した。',
  '審議会の議を経て決定した。',
  '市民の声を聴いた。',
  '一覧表を示した。',
  '職員の対応に対する満足度',
  '水を配る。',
  '地域で手をつなぐ。',
  '会合をもった。',
  '児童に声をかけた。',
  '学校に通う児童',
]);
