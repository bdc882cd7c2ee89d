import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { mediumAsObject } from './medium-as-object.ts';

describeRule(mediumAsObject, {
  '受講者の声は、広報紙を紹介した。': 'を→で',
}, [
  '会議の結果は、市ホームページで公表した。',
  '市ホームページを公開した。',
  '説明会を周知した。',
]);
