import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { kanaName } from './kana-name.ts';

describeRule(kanaName, {
  '広報では、みずはま未来塾を紹介した。／「みずはま未来塾」を開いた。／「みはずま未来塾」を開いた。': 'みはずま未来塾→みずはま未来塾',
}, [
  'また、これらの計画を見直した。／また、それらの計画を公表した。／また、これらの計画を改めた。',
  '「ひかり保育園」／「ひかり保育園」／「みどり保育園」',
]);
