import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { subjectOfNoun } from './subject-of-noun.ts';

describeRule(subjectOfNoun, {
  '人口が減少に伴い、利用者も減った。': 'が減少に',
}, [
  '公共交通の充実について議論した。',
  '人口が減少したことに伴い、見直した。',
  '市が支援について説明した。',
  '人口が減少に転じた。',
]);
