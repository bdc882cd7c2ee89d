import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { unnaturalHakaru } from './unnatural-hakaru.ts';

describeRule(unnaturalHakaru, {
  'アンケートの実施を図り、意見を聴いた。': '実施を図り',
}, [
  '利便性の向上を図った。',
  '適正な人員配置を図った。',
  '状況の確認を行った。',
]);
