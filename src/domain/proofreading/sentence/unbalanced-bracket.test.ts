import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { unbalancedBracket } from './unbalanced-bracket.ts';

describeRule(unbalancedBracket, {
  '「研修に職員を派遣した。': '「',
  '研修」に職員を派遣した。': '」',
  '（延べ10人が参加した。': '（',
  '「計画（第２次」を策定した。': '（',
}, [
  '「計画（第２次）」を策定した。',
  '（１）概要',
  '1)概要',
  '「『新しい』取組」を進めた。',
  '（内部及び外部)の評価',
]);
