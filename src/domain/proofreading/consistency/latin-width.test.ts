import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { latinWidth } from './latin-width.ts';

describeRule(latinWidth, {
  'AIの活用／RPAの導入／ＰＤＣＡの確立': 'ＰＤＣＡ→PDCA',
}, [
  'AIの活用／RPAの導入',
  'ＡＩの活用／ＲＰＡの導入',
  '延長56.6ｍ／AIの活用',
]);
