import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { unitWidth } from './unit-width.ts';

describeRule(unitWidth, {
  '割合は36.8％、徴収率は99.1％／満足度は83.6%': '83.6%→83.6％',
  '延長10m／幅５m／撤去56.6ｍ': '56.6ｍ→56.6m',
  '70％／80％／20パーセント': '20パーセント→20％',
  '34ヘクタールである。／12ヘクタール増えた。／29ha減った。': '29ha→29ヘクタール',
}, [
  '割合は36.8％／99.1％',
  '延長10m、面積20㎡',
  '５Mbps／10m',
]);
