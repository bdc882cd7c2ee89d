import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { particleAfterKoto } from './particle-after-koto.ts';

describeRule(particleAfterKoto, {
  '計画が全て作成されたこと確認した。': 'こと確認→ことを確認',
  '誰でも参加することできる。': 'ことできる→ことができる',
  '事業を継続すること目指した。': 'こと目指し→ことを目指し',
}, [
  '確認したことにより改めた。',
  '滞ることなく進めた。',
  '参加することができる。',
  '廃止することとした。',
  '整備することになった。',
]);
