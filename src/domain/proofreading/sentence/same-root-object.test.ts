import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { sameRootObject } from './same-root-object.ts';

describeRule(sameRootObject, {
  '募集を募った。': '募集を募っ',
  '調査を調べた。': '調査を調べ',
  '研修の実施を実施した。': '実施を実施',
}, [
  '意見を募った。',
  '調査を行った。',
  '取組を組み合わせた。',
  '支払を受け付けた。',
  '研修の準備を実施した。',
]);
