import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { verbalNounStop } from './verbal-noun-stop.ts';

describeRule(verbalNounStop, {
  '名簿の配布を実施、検温を確認した。': 'を実施',
  '専門家を派遣、計画の作成を支援した。': 'を派遣',
  '職員を４人派遣、研修に参加させた。': 'を４人派遣',
  '職場に機器の貸し出し、講座において研修を実施した。': '貸し出し',
}, [
  '企画、立案した。',
  '資料を配布し、説明した。',
  '政策を企画、立案した。',
  '市民に情報の提供、相談等を行った。',
  '研修、講座を開いた。',
  '清掃を委託、管理した。',
  '目的を共有し、進めた。',
  '窓口の対象を転入、転出、出生、婚姻及び死亡の５種類とした。',
]);
