import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { topicPredicate } from './topic-predicate.ts';

describeRule(topicPredicate, {
  '課題は、10代の利用が少ない。': '少ない',
  '今後の課題は、冬季の集客が落ち込んでいる。': '落ち込んでいる',
  '検討会の目的は、施設の配置を整理した。': '整理した',
  '事業の目的は、利便性の向上を図る。': '図る',
  '見送った理由は、利用者が減少した。': '減少した',
}, [
  '要因は、家庭で省エネルギー化が進んだことです。',
  '事業の目的は、利便性の向上を図ることである。',
  '理由は、利用者が減少したためである。',
  '原因は、設備の老朽化による。',
  '要因は、次のとおり。',
  '課題は関係課で共有した。',
]);
