import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { unevenParallel } from './uneven-parallel.ts';

describeRule(unevenParallel, {
  '社会参加や積極的に行動しやすい環境': '参加や積極的に',
  '広報及び効率的に運営した。': '広報及び効率的に',
}, [
  '計画的かつ効率的に運営した。',
  '広報や相談を行った。',
  '迅速かつ適切に実施した。',
  '効果や効率的な運営',
]);
