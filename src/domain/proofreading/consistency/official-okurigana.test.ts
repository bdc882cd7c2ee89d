import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { officialOkurigana } from './official-okurigana.ts';

describeRule(officialOkurigana, {
  '切り替えを行った。': '切り替え→切替え',
  '機器の貸し出しを行った。': '貸し出し→貸出し',
}, [
  '切替えを行った。',
  'オンラインに切り替えた。',
  '見直しを行った。',
  '聞き取りを行った。',
]);
