import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { adjectiveWithTo } from './adjective-with-to.ts';

describeRule(adjectiveWithTo, {
  '市民ニーズを的確と把握し、対応した。': 'と→に',
  '事業を円滑と進めた。': 'と→に',
}, [
  '相談件数が大幅に増加した。',
  '調査の結果を良好と評価した。',
  '作業が困難となった。',
  '対応が必要と判断した。',
  '市民の安全と安心を確保した。',
]);
