import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { westernYear } from './western-year.ts';

describeRule(westernYear, {
  '令和５（2024）年７月の豪雨': '令和５（2024）',
  '2022年（令和５年）に開いた。': '2022年（令和５年）',
  '令和４（2022）度の決算': '令和４（2022）度→令和４（2022）年度',
}, ['令和５（2023）年７月', '2020年度（令和２年度）', '令和元（2019）年度', '平成31年（2019年）']);
