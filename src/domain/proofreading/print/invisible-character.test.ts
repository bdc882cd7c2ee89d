import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { invisibleCharacter } from './invisible-character.ts';

describeRule(invisibleCharacter, {
  '行政\u200b評価': '\u200b→',
  '行政\u00a0評価': '\u00a0→ ',
  '壊れた\ud800文字': '\ud800→',
  '制御\u0007文字': '\u0007→',
}, [
  '行政評価',
  '行政　評価',
  '𠮷野家',
]);
