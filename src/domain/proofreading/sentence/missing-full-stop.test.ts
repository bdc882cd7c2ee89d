import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { missingFullStop } from './missing-full-stop.ts';

describeRule(missingFullStop, {
  '研修を会議室で実施した': 'た→た。',
  '計画の推進に努めます': 'ます→ます。',
}, [
  '研修を会議室で実施した。',
  '新たな官民連携手法の研究',
  '実施した（延べ10人）',
  '次のとおり実施した：',
]);
