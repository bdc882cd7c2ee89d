import { matchesOf, sentenceRule } from '../rule.ts';
import { wordUsage } from '../usage/word-usage.ts';

const doubled = /([一-龠0-9０-９])([一-龠])\2(?![々])([一-龠]?)/g;
/** What is said twice: 日に日に, 人と人と. */
const onPurpose = /^(?:日に|年に|月に|人と|目に|手に|口に|時に|思い|生き|切れ|別れ|離れ|散り|継ぎ|飛び|重ね|嫌々|入れ|代わり)/;

export const doubledKanji = sentenceRule({
  name: 'doubled-kanji', title: '同じ漢字の打ち重ね', family: 'sentence', level: 'error',
  catches: '「増加加傾向」「体制制を整えた」「人が人が減った」のように、同じ漢字（漢字と助詞）が続けて二度書かれ、後の字が次の語の始まりではない箇所。「施設設備」「北浜市市民会館」のように、二つの語の境で重なるものは対象になりません。',
  why: '変換を取り消したときや書き直したときに残るもので、形が似ているため見落としやすいためです。',
  example: { wrong: '利用者は増加加傾向にある。', right: '利用者は増加傾向にある。' },
}, function* ({ body, start }) {
  const usage = wordUsage();
  for (const { index, 0: words, 1: before, 2: kanji, 3: after } of matchesOf(body, doubled)) {
    // Before kana the second one begins nothing; before a kanji it may begin a word.
    if ((after !== '' && !usage.isFamiliar(before! + kanji!)) || /[一二三四五六七八九十百千万々立]/.test(kanji!) || (after !== '' && isWord(kanji! + after!, usage.isFamiliar, body, index + words.length))) continue;
    yield { start: start + index, end: start + index + 3, message: `「${kanji}」が続けて二度書かれています。`, suggestion: before! + kanji! };
  }
  for (const { index, 0: words, 1: phrase } of matchesOf(body, /([一-龠]{1,2}[をがにはので]|[一-龠][めりしきちみいえれ])\1/g)) {
    if (!onPurpose.test(words)) yield { start: start + index, end: start + index + words.length, message: `「${phrase}」が続けて二度書かれています。`, suggestion: phrase! };
  }
});

/** Whether a word begins with the second kanji: of two kanji that are familiar, or of three. */
function isWord(two: string, isFamiliar: (word: string) => boolean, body: string, next: number): boolean {
  return isFamiliar(two) || isFamiliar(two + (body[next] ?? '')) || /^(?:[市町村区県都道][民立内長政営役議税報域有道]|.[者物品員長会所場館室部課])$/.test(two);
}
