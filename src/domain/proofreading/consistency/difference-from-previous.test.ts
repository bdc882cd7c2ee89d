import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { differenceFromPrevious } from './difference-from-previous.ts';

describeRule(differenceFromPrevious, {
  '平均待ち時間は27分となり、前年同月の42分と比べて15分長くなった。': '27分となり、前年同月の42分と比べて15分長く',
  '利用率は21.3％で、前年度の20.1％から2.2ポイント上昇した。': '21.3％で、前年度の20.1％から2.2ポイント上昇',
  '達成率は92.4％で、目標の90％を下回った。': '92.4％で、目標の90％を下回',
}, [
  '平均待ち時間は27分となり、前年同月の42分と比べて15分短くなった。',
  '利用率は21.3％で、前年度の20.1％から1.2ポイント上昇した。',
  '相談は120件で、前年度の80件を上回った。',
  '12人が参加し、前年度の３回から５回増やした。',
]);
