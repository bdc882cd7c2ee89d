import { matchesOf, textRule } from '../rule.ts';

const katakana = '[ァ-ヶー]';
const hiragana = '[ぁ-ん]';
/** Kanji that look like katakana, and the other way round. */
const asKatakana: Readonly<Record<string, string>> = { 力: 'カ', 口: 'ロ', 二: 'ニ', 工: 'エ', 八: 'ハ', 夕: 'タ', 卜: 'ト', 一: 'ー', 三: 'ミ', 千: 'チ', 才: 'オ', へ: 'ヘ', べ: 'ベ', ぺ: 'ペ', り: 'リ', '―': 'ー', '—': 'ー', '－': 'ー', '-': 'ー', '‐': 'ー' };
const asHiragana: Readonly<Record<string, string>> = { ヘ: 'へ', ベ: 'べ', ペ: 'ぺ', リ: 'り' };

export const lookalikeCharacters = textRule({
  name: 'lookalike-characters', title: '形の似た文字', family: 'consistency', level: 'error',
  catches: '「カ」と「力（ちから）」、「ロ」と「口（くち）」、「ー」と「一」、片仮名と平仮名の「へ」のように、形の似た別の文字が混ざっている箇所。',
  why: '印刷では見分けにくくても、検索や読み上げでは別の語になるためです。紙からの読取りで生じます。',
  example: { wrong: 'セキュリティポリシ一を確認した。', right: 'セキュリティポリシーを確認した。' },
}, function* ({ text }) {
  for (const { index, 0: mark } of matchesOf(text, new RegExp(`(?<=${katakana}{2})[力口二工八夕卜一三千才へべぺり―—－](?=${katakana}{2})|(?<=${katakana}{3})[一―—－](?=[ァ-ヴー])(?![一][カヵヶ])|(?<=${katakana}{3})[一―—](?=[のをはがにでと、。（）・」])|(?<=[ァ-ヶ]{2})[へべぺ](?=[ァ-ヶ])`, 'g'))) {
    yield { start: index, end: index + 1, message: `片仮名の中の「${mark}」は、形の似た別の文字です。`, suggestion: asKatakana[mark]! };
  }
  for (const { index, 0: mark } of matchesOf(text, /(?<=[0-9０-９])[憶](?=[0-9０-９円])|(?<=[0-9０-９])[萬](?=[0-9０-９円])/g)) {
    yield { start: index, end: index + 1, message: `数字の後の「${mark}」は、形の似た別の文字です。`, suggestion: mark === '憶' ? '億' : '万' };
  }
  for (const { index, 0: mark } of matchesOf(text, new RegExp(`(?<=${hiragana})[ヘベペリ](?=${hiragana})`, 'g'))) {
    yield { start: index, end: index + 1, message: `平仮名の中の「${mark}」は、片仮名です。`, suggestion: asHiragana[mark]! };
  }
});
