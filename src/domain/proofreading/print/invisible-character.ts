import { matchesOf, textRule } from '../rule.ts';
import { codeOf, everyKind } from './characters.ts';

export const invisibleCharacter = textRule({
  name: 'invisible-character', title: '見えない文字', family: 'print', level: 'error',
  catches: '制御文字、幅のない空白、文字の向きを変える記号、改行しない空白、対になっていないサロゲートなど、画面に見えない文字。',
  why: '見えないまま検索や照合を妨げ、PDFの作成に失敗する原因にもなるためです。ほかの文書からの貼付けで入ります。',
  example: { wrong: '行政\u200b評価', right: '行政評価' },
}, function* ({ text }) {
  for (const { index, 0: found } of matchesOf(text, /[\p{Cc}\p{Cf}\u00a0\u2000-\u200a\u202f\u205f\u115f\u1160\u3164\uffa0\u2028\u2029]|\p{Cs}/gu)) {
    const suggestion = /[\u00a0\u2000-\u200a\u202f\u205f]/.test(found) ? ' ' : '';
    yield { start: index, end: index + found.length, message: /\p{Cs}/u.test(found) ? '壊れた文字（対になっていないサロゲート）があります。' : `見えない文字（${codeOf(found)}）があります。`, suggestion };
  }
}, everyKind);
