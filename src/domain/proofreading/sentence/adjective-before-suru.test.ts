import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { adjectiveBeforeSuru } from './adjective-before-suru.ts';

describeRule(adjectiveBeforeSuru, {
  '運転免許を自主的な返納した。': '的な返納',
  '理由を丁寧な説明した。': '丁寧な説明',
  '各地の清掃活動が活発した。': '活発し',
  '道路の新しい整備し、開通した。': '新しい整備',
}, [
  '理由を丁寧に説明した。',
  '丁寧な説明をした。',
  '主な実施した事業',
  '清掃活動が活発化した。',
  '安心して暮らす。',
]);
