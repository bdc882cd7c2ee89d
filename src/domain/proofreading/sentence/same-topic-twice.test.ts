import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { sameTopicTwice } from './same-topic-twice.ts';

describeRule(sameTopicTwice, {
  '本書は計画を点検し、本書にて進捗状況を公表します。': '本書にて',
  '計画については市が定め、本市は計画について点検します。': '計画について',
}, [
  '本書は計画を点検し、進捗状況を公表するものです。',
  '保育料については課税課が、使用料については財政課が定めた。',
  '市は計画を定め、国は指針を定めた。',
  '提出した施設は多いが、訓練まで実施した施設は六割に届かない。',
  '1件は解決し、1件は継続中である。',
]);
