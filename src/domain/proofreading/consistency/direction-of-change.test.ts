import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { directionOfChange } from './direction-of-change.ts';

describeRule(directionOfChange, {
  '受診率は令和４年度の43.5％から令和５年度は41.2％に上昇した。': '43.5％から令和５年度は41.2％に上昇',
  '参加者は20人から15人に増加した。': '20人から15人に増',
  '時間を1,150時間から1,410時間に短縮した。': '1,150時間から1,410時間に短縮',
  '基金は１億2,000万円から9,800万円に増えた。': '１億2,000万円から9,800万円に増',
}, [
  '参加者は15人から20人に増加した。',
  '38.4％から41.2％に上昇した。',
  '３人から５人程度に増やした。',
  '９時から15時まで延長した。',
]);
