import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { objectOfNoun } from './object-of-noun.ts';

describeRule(objectOfNoun, {
  '啓発物品を配布等、27件の事業を行った。': 'を配布等',
  '詐欺被害を防止について説明した。': 'を防止について',
  '事故を防止及び設備の更新に努めた。': 'を防止及び',
}, [
  '啓発物品の配布等、27件の事業を行った。',
  '開催を予定の講座について説明した。',
  '地域の課題を研修等で学んだ。',
  '事故を防止し、設備を更新した。',
  '施設を利用に供した。',
]);
