import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { doubledShi } from './doubled-shi.ts';

describeRule(doubledShi, {
  '３年に一度、見直ししている。': '見直しし→見直し',
  '機材を貸し出しした。': '貸し出しし→貸し出し',
}, [
  '３年に一度、見直している。',
  '見直しを行った。',
  '話した',
  '検討し、実施した。',
  '対して',
  '方針をお示しします。',
  '事業を棚卸しした。',
]);
