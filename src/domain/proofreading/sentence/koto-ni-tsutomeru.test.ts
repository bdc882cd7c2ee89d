import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { kotoNiTsutomeru } from './koto-ni-tsutomeru.ts';

describeRule(kotoNiTsutomeru, {
  '債権回収することに努めた。': '回収することに努め',
  '制度を周知することに努めた。': '周知することに努め',
  '施設を整備することを図った。': '整備することを図っ',
}, [
  '債権の回収に努めた。',
  '実施することを予定していた。',
  '参加することにした。',
  '公表することとした。',
]);
