import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { nearSum } from './near-sum.ts';

describeRule(nearSum, {
  '34件を検証した。廃止が３件、縮小が８件、継続が22件、統合が２件となった。': '廃止が３件、縮小が８件、継続が22件、統合が２件',
}, [
  '34件を検証した。廃止が３件、縮小が８件、継続が22件、統合が１件となった。',
  '100件を検証した。廃止が３件、縮小が８件、継続が22件となった。',
]);
