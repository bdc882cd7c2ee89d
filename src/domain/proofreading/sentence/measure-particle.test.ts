import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { measureParticle } from './measure-particle.ts';

describeRule(measureParticle, {
  '来訪者を大きく伸び、過去最多となった。': 'を→が',
  '売上高を前年度から２割増加し、黒字となった。': 'を→が',
  '就職者数の前年度より増えた。': 'の→は',
}, [
  '来訪者を大きく増加させた。',
  '利用者数の前年度からの増加が続いた。',
  '利用者数の前年度比を示した。',
  '受診率を高め、３年連続で上昇した。',
  '目標の件数を大きく上回った。',
]);
