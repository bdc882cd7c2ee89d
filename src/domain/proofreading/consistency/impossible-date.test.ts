import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { impossibleDate } from './impossible-date.ts';

describeRule(impossibleDate, {
  '令和２年12月５日（日）に開催した。': '令和２年12月５日（日）',
  '２月30日に開催した。': '２月30日',
  '令和３年２月29日に締め切った。': '令和３年２月29日',
  '13月１日に実施した。': '13月１日',
}, [
  '令和２年12月５日（土）に開催した。',
  '２月29日に開催した。',
  '令和２年２月29日に締め切った。',
  '12月31日',
]);
