import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { previousYear } from './previous-year.ts';

describeRule(previousYear, {
  '前年度より増えた。／前年度と同じ。／前年に比べて上昇した。': '前年→前年度',
  '前年度より増えた。／前年度と同じ。／前年の件数を上回った。': '前年→前年度',
}, [
  '前年に比べて上昇した。',
  '前年度より増えた。／前年度と同じ。／対前年比で増えた。',
  '前年度より増えた。／前年度と同じ。／前年の12月に着工した。',
  '前年度より増えた。／前年度と同じ。／昨年の台風では被害があった。',
  '前年度より増えた。／前年度と同じ。／昨年四月に開いた。',
]);
