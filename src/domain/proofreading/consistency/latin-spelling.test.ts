import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { latinSpelling } from './latin-spelling.ts';

describeRule(latinSpelling, {
  'Web会議を開いた。／Webで公開した。／WEB会議を開いた。': 'WEB→Web',
  'eラーニングを行った。／eラーニングで学んだ。／e-ラーニング研修': 'e-ラーニング→eラーニング',
}, [
  'Web会議／Wi-Fi環境',
  '延長10m／M字型',
  'AIの活用／IoTの活用',
]);
