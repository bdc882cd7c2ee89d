import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { noBeforeSuru } from './no-before-suru.ts';

describeRule(noBeforeSuru, {
  '研修を必修のして実施した。': 'のし',
  '高齢者を中心のした活動': 'のし',
  '近隣の市と協定の締結した。': 'の→を',
}, [
  '研修を必修として実施した。',
  '職員のする仕事',
  '市の実施した事業を公表した。',
  '内容の充実した講座',
  '市の下水道を点検した。',
  '高齢者の支援をした。',
]);
