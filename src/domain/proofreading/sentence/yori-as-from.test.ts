import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { yoriAsFrom } from './yori-as-from.ts';

describeRule(yoriAsFrom, {
  '令和２年度より導入した。': 'より→から',
  '４月１日より変更する。': 'より→から',
}, [
  '前年度より増加した。',
  '令和元年度より12件多い。',
  '令和２年度から導入した。',
  '平成31年度より7,667時間減少した。',
  '市長より説明があった。',
]);
