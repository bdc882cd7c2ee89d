import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { shareOfCount } from './share-of-count.ts';

describeRule(shareOfCount, {
  '全12区画のうち10区画が分譲済みとなり、分譲率は88.3％に達した。': '12区画のうち10区画が分譲済みとなり、分譲率は88.3％',
}, [
  '全12区画のうち10区画が分譲済みとなり、分譲率は83.3％に達した。',
  '取得率は69％であり、対象者16人のうち11人が取得した。',
  '満足度は91.2％であり、回答者120人のうち30人が市外の方であった。',
]);
