import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { noBeforeAdverb } from './no-before-adverb.ts';

describeRule(noBeforeAdverb, {
  '支援が必要な家庭の早期に把握し、訪問した。': 'の→を',
  '研修の成果の適切に評価した。': 'の→を',
  '評価の結果を昇任の反映する仕組みを設けた。': 'の→に',
}, [
  '家庭を早期に把握し、訪問した。',
  '家庭の早期の把握に努めた。',
  '市の積極的に取り組む姿勢を示した。',
  '意見の反映された計画とした。',
  '事業の実施に当たり、計画の策定に着手した。',
]);
