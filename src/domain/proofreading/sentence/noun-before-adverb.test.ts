import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { nounBeforeAdverb } from './noun-before-adverb.ts';

describeRule(nounBeforeAdverb, {
  '団体との役割分担明確にし、取り組んだ。': '分担明確に',
  '施設の保全情報一元的に管理した。': '情報一元的に',
  '地元の業者計画的に整備した。': '業者計画的に',
  '相談窓口新たに設けた。': '窓口新たに',
  '体力の測定定期的に行った。': '測定定期的に',
  '書き方など具体的に助言した。': 'など具体的に',
}, [
  '情報を一元的に管理した。',
  '今後計画的に整備する。',
  '分野横断的に取り組んだ。',
  '令和３年度新たに設けた。',
  '安全確実に運搬した。',
  '迅速適切に対応した。',
  '中長期的に検討した。',
  '必要に応じて定期的に行う。',
]);
