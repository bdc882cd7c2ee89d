import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { fractionObject } from './fraction-object.ts';

describeRule(fractionObject, {
  '受講料の50％補助し、７人が利用した。': '50％補助→50％を補助',
}, [
  '費用の２分の１を助成した。',
  '購入費を、費用の一部を除き補助した。',
  '削減した量は前年の２割となった。',
]);
