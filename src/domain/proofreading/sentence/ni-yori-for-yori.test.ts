import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { niYoriForYori } from './ni-yori-for-yori.ts';

describeRule(niYoriForYori, {
  '収入は前年度により約1,200万円増えた。': 'により→より',
  '平均により3.2ポイント高い。': 'により→より',
}, [
  '前年度より9.4％増加した。',
  '計画により３地区を整備した。',
  '基準により、10人を配置した。',
]);
