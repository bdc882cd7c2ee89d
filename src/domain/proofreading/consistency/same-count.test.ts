import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { sameCount } from './same-count.ts';

describeRule(sameCount, {
  '新任職員28人に実施した。／新任職員28人に配布した。／新任職員27人に確認した。': '新任職員27人',
}, [
  '職員２人を派遣した。／職員４人を派遣した。',
  '新任職員28人／管理職60人',
  '新任職員28人／新任職員27人',
]);
