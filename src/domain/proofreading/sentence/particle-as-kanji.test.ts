import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { particleAsKanji } from './particle-as-kanji.ts';

describeRule(particleAsKanji, {
  '近隣の大学都連携し、講座を開いた。': '都→と',
  '担い手の不足が深刻かしている。': 'か→化',
  '施設の集約かを進め、電子かした。': 'か→化',
}, [
  '東京都連携し、講座を開いた。',
  '国や東京都と連携した。',
  '担い手の不足が深刻化している。',
  '可能かを検討した。',
  '何かした。',
  '改めて気付かされた。',
]);
