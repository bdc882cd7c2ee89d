import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { okurigana } from './okurigana.ts';

describeRule(okurigana, {
  '適正化の取組を進めた。／適正化の取組を進めた。／適正化の取組みを進めた。': '取組み→取組',
  '行政手続の見直し／行政手続等／行政手続きの電子化': '手続き→手続',
  '申込みを受けた。／申し込みを受けた。／申込みの方法': '申し込み→申込み',
}, [
  '取組を進めた。／熱心に取り組み、公表した。',
  '申込みを受けた。／市に申し込みます。',
  '受付を行った。／窓口で受け付けた。',
]);
