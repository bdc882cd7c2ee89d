import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { misconversion } from './misconversion.ts';

describeRule(misconversion, {
  '意志決定を支える。': '意志決定→意思決定',
  '保健料を徴収した。': '保健料→保険料',
  '非難所を開設した。': '非難所→避難所',
  '支援体勢を整えた。': '支援体勢→支援体制',
  '市長決済を受けた。': '市長決済→市長決裁',
  'キャッシュレス決裁を導入した。': 'キャッシュレス決裁→キャッシュレス決済',
  '専問的な知識': '専問的→専門的',
}, [
  '意志の強い職員',
  '健康保険料',
  '避難所を開設した。',
  '電子決済を導入した。',
  '関心を高めた。',
  '校庭開放を行った。',
  '設置し',
]);
