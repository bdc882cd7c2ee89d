import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { spellingVariants } from './spelling-variants.ts';

describeRule(spellingVariants, {
  '全ての職員／全ての市民／すべての課': 'すべて→全て',
  '人財の育成／人財を募る／専門的な人材': '人材→人財',
  '呼び掛けた。／呼び掛けを行った。／呼びかけを行った。': '呼びかけ→呼び掛け',
  '３か所／５か所／２箇所': '箇所→か所',
  '３年に伴せて／計画に併せて／工事に併せて／更新にあわせて': 'あわせて→併せて',
}, [
  '全ての職員／全ての市民',
  '行為をやめた。／ためになる。',
  '役所を訪れた。／３か所',
]);
