import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { naOrNo } from './na-or-no.ts';

describeRule(naOrNo, {
  '疾病の早期な発見に努めた。': '早期な→早期の',
  '閲覧が可能の端末を配備した。': '可能の→可能な',
  '重要の課題を整理した。': '重要の→重要な',
}, [
  '疾病の早期の発見に努めた。',
  '閲覧が可能な端末を配備した。',
  '緊急の課題に対応した。',
  '大規模な改修を行った。',
  '前向きな意見があった。',
  '利用可能のみを示した。',
  '冷涼な気候を生かした。',
]);
