import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { facilityName } from './facility-name.ts';

describeRule(facilityName, {
  '旧北浜保育所の跡地を調べた。／旧北浜保育所の園庭を開いた。／旧北浜保育園で説明した。': '旧北浜保育園→旧北浜保育所',
}, [
  '潮見小学校で行った。／潮見小学校を改修した。／潮見中学校で行った。',
  '緑町公民館で行った。／緑町公民館を改修した。／栄町公民館で行った。',
]);
