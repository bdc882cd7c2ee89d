import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { sameReadingName } from './same-reading-name.ts';

describeRule(sameReadingName, {
  '子ども家庭センターを設置した。／子ども家庭センターで受けた。／こども家庭センターで支援した。': 'こども家庭センター→子ども家庭センター',
}, [
  '市民センターで受け付けた。／地区センターで受け付けた。',
]);
