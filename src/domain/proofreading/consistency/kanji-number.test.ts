import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { kanjiNumber } from './kanji-number.ts';

describeRule(kanjiNumber, {
  '第６次計画／第５次計画／第三次補正予算': '第三次→第３次',
  '２件実施した。／３件実施した。／四件実施した。': '四件→４件',
}, [
  '第６次計画／第三者委員会',
  '一人一人／１人',
  '第六小学校／第５次計画',
  '一部／一体／１件',
  '三件を廃止し、二件を縮小した。／四件を継続した。／五件を統合した。／応募は20件であった。／相談は120件であった。',
  '二十歳のつどい／15歳の生徒／16歳の生徒',
]);
