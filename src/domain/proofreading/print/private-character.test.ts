import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { privateCharacter } from './private-character.ts';

describeRule(privateCharacter, {
  '外字\ue000を含む': '\ue000',
  '辻\u{e0100}さん': '\u{e0100}',
}, [
  '辻さん',
  '髙﨑さん',
]);
