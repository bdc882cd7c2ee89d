import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { spokenForm } from './spoken-form.ts';

describeRule(spokenForm, {
  '確認されてた課題を整理した。': 'て',
  '普及が進んでる。': 'でる',
  '実施したけど、参加者は少なかった。': 'けど',
  '雨天であった。なので、中止した。': 'なので',
}, [
  '活用している。',
  '市民が訪れている施設',
  '小学校でも実施した。',
  '「すごく分かりやすい」との声があった。',
  '実施してから評価した。',
  '電話で出る件数',
  '雨どいを取り替えた。',
  '差引きで１か所減った。',
]);
