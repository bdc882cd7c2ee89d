import { matchesOf, textRule } from '../rule.ts';
import { codeOf, everyKind } from './characters.ts';

export const privateCharacter = textRule({
  name: 'private-character', title: '外字・字形選択', family: 'print', level: 'error',
  catches: '外字（私用領域の文字）と、字形を選ぶための記号（異体字セレクタ）。',
  why: '登録した端末のほかでは別の文字になるか、表示されないためです。',
  example: { wrong: '邉\ue000様', right: '邉様' },
}, function* ({ text }) {
  for (const { index, 0: found } of matchesOf(text, /\p{Co}|[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]/gu)) {
    yield { start: index, end: index + found.length, message: /\p{Co}/u.test(found) ? `外字（${codeOf(found)}）は、ほかの端末では表示されません。` : `字形を選ぶ記号（${codeOf(found)}）は、印刷や書出しで失われることがあります。` };
  }
}, everyKind);
