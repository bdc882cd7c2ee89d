import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { missingNo } from './missing-no.ts';

describeRule(missingNo, {
  '受講料70％を助成した。': '料70→料の70',
  '令和３年度中学校における業務': '年度中学校→年度の中学校',
  '公園として位置付けを検討した。': 'として→としての',
}, [
  '受講料の70％を助成した。',
  '令和３年度予算を編成した。',
  '令和３年度中に策定する。',
  '公園としての位置付けを検討した。',
  '回収率48％となった。',
  '拠点として整備した。',
]);
