import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { woBeforeIdiom } from './wo-before-idiom.ts';

describeRule(woBeforeIdiom, {
  '小学生対象とする講座を実施した。': '小学生対象→小学生を対象',
  '分析の結果基に、催しを企画した。': '結果基→結果を基',
  '地域住民対象に説明会を開いた。': '住民対象→住民を対象',
}, [
  '小学生を対象とする講座',
  '補助対象とした。',
  '結果を基に企画した。',
  '市民の代表とする。',
]);
