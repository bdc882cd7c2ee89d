import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { unwantedAim } from './unwanted-aim.ts';

describeRule(unwantedAim, {
  '窓口の混雑に努めた。': '混雑に努め',
  '道路の渋滞を図った。': '渋滞を図っ',
}, [
  '窓口の混雑の解消に努めた。',
  '駐車場の増設を求める声があった。',
  '事故を防ぐため、点検した。',
  '被害を受けた農業者を支援した。',
]);
