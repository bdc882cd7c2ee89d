import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { brokenParallel } from './broken-parallel.ts';

describeRule(brokenParallel, {
  '管理手順の統一及びマニュアルを改定した。': '統一及びマニュアルを改定',
  '劣化状況を調査や利用実態の把握を行った。': '調査や利用実態の把握',
  '待ち時間の短縮と従事者が削減できた。': '短縮と従事者が削減',
  '農機具の貸与、農地をあっせんする。': '貸与、農地をあっせん',
}, [
  '手順の統一及びマニュアルの改定を行った。',
  '手順を統一し、マニュアルを改定した。',
  '市民の参加と協働を推進した。',
  '施設を調査及び分析した。',
  '庁舎の警備や清掃を委託した。',
]);
