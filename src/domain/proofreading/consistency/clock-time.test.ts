import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { clockTime } from './clock-time.ts';

describeRule(clockTime, {
  '午前９時から受け付けた。／午後５時まで開いた。／17時に終えた。': '17時',
  '午前10時に始めた。／午後３時30分に終えた。／10：00に集まった。': '10：00',
}, [
  '午前９時から受け付けた。／午後５時まで開いた。',
  '午前９時から受け付けた。／17時に終えた。',
  '午前９時から受け付けた。／午後５時まで開いた。／延べ17時間の研修',
]);
