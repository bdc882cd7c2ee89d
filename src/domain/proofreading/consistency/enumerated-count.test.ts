import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { enumeratedCount } from './enumerated-count.ts';

describeRule(enumeratedCount, {
  '相談は、住まい及び仕事の三つに分けた。': '三つ',
  '講座を初級、中級及び上級の２区分で開いた。': '２区分',
  '狛江市、調布市及び府中市の２市で協定を結んだ。': '２市',
}, [
  '講座を初級、中級及び上級の３区分で開いた。',
  '窓口、電話、郵送及び電子申請の四つから選べる。',
  '公園及び緑地の２割を点検した。',
  '保育課及び介護保険課の６業務を見直した。',
  '市民及び事業者の３者協定',
  '国、都及び市の３月の会議',
  '長寿命化計画に基づき、新田橋、八幡橋及び清水橋の３橋を補修した。',
]);
