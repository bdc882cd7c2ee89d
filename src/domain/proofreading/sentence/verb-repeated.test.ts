import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { verbRepeated } from './verb-repeated.ts';

describeRule(verbRepeated, {
  '連携を推進することで、質の高い行政運営を推進します。': '推進',
}, ['連携を進めることで、質の高い行政運営を推進します。', '推進するため、計画を策定した。']);
