import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { missingTo } from './missing-to.ts';

describeRule(missingTo, {
  '今後の生活に役立つ回答した人が８割を占めた。': '役立つ回答→役立つと回答',
  '見直しの必要がある判断した。': 'ある判断→あると判断',
  '満足した回答した。': 'た回答→たと回答',
}, [
  '今後の生活に役立つと回答した人が８割を占めた。',
  '審議会に報告した。',
  '多い回答は、窓口の混雑であった。',
  '新たな評価をした。',
]);
