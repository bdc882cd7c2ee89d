import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { transposedParticle } from './transposed-particle.ts';

describeRule(transposedParticle, {
  '研修会開を催した。': '開を催→を開催',
  '点検表作を成し、配布した。': '作を成→を作成',
}, [
  '研修を実施した。',
  '審議会の議を経て決定した。',
  '市民の声を聴いた。',
  '一覧表を示した。',
  '水を配る。',
  '学校に通う児童',
]);
