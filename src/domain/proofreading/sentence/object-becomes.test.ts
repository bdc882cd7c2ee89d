import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { objectBecomes } from './object-becomes.ts';

describeRule(objectBecomes, {
  '利用者を増えた。': 'を増え',
  'オンラインでの申請を可能になった。': 'を可能になっ',
  '行事を中止となった。': 'を中止となっ',
  '市民の関心を更に高まった。': 'を更に高まっ',
  '相談員を２人増えた。': 'を２人増え',
}, [
  '利用者を増やした。',
  '申請が可能になった。',
  '行事を中止した。',
  '対象者を限定して行うこととなった。',
  '令和３年度をもって終了となった。',
  '仕組みを根付かせたい。',
  '必ず二人で確かめることを決まりとした。',
  '必要な量を決まった日に納める。',
]);
