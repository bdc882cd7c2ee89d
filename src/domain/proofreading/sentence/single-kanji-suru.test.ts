import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { singleKanjiSuru } from './single-kanji-suru.ts';

describeRule(singleKanjiSuru, {
  '月平均の時間外勤務は1.7時間減した。': '減し',
  '経費は減していた。': '減し',
  '設備を設した。': '設し',
  '資格を取する人': '取する',
  '遊具を撤した。': '撤し',
}, [
  '人数を増した。',
  '目標に達した。',
  '意見を発した。',
  '要する費用',
  '国に対する要望',
  '職員を介して',
  '命を託した',
  '業務に支障を来した。',
  '大声や脅しには複数で応じた。',
  '見積書を徴していない。',
  '機会を逃した。',
  '堤防の高さを足し合わせた。',
]);
