import { matchesOf, sentenceRule } from '../rule.ts';

/** A particle or an ending that came out as a kanji, or the other way round: the words beside it leave no doubt. */
const patterns: readonly (readonly [RegExp, string])[] = [
  [/(?<=[一-龠ァ-ヶー]{2})(?<![東京両首古旧各全]|道府県|帝)都(?=(?:連携|協働|協力|共同|比較|協議|調整|合同|併せ|共に)(?:[しすをのでに]|して))/g, 'と'],
  [/(?<=[一-龠]{2})か(?=し(?:た|て|、|ま)|す(?:る|れ))(?<![何誰幾付動続]か)/g, '化'],
  [/(?<=[一-龠ァ-ヶー]{2})(?:尾|緒)(?=(?:実施|行[いうっ]|進め|図[りるっ]|設け|開催|策定|作成|整備|活用|支援))/g, 'を'],
  [/(?<=[一-龠ァ-ヶー]{2})(?:荷|煮)(?=(?:努め|取り組|基づ|応じ|伴[いう]|対し|つい|お[いけ]|当た|向け))/g, 'に'],
  [/(?<=[一-龠ァ-ヶー]{2})(?<!増|逓|加)我(?=(?:行わ|増加|減少|必要|課題|あ[るっり]|多|少な))/g, 'が'],
];

export const particleAsKanji = sentenceRule({
  name: 'particle-as-kanji', title: '助詞などが漢字に変換された箇所', family: 'sentence', level: 'error',
  catches: '「大学都連携し」（と）、「深刻かしている」（化）のように、助詞や語尾が漢字に、又は漢字が仮名になっている箇所。',
  why: '変換の途中で確定したもので、声に出すと正しいため、読み返しても気付きにくいためです。',
  example: { wrong: '大学都連携し、講座を開いた。', right: '大学と連携し、講座を開いた。' },
}, function* ({ body, start }) {
  for (const [pattern, right] of patterns) {
    for (const { index, 0: wrong } of matchesOf(body, pattern)) yield { start: start + index, end: start + index + wrong.length, message: `「${wrong}」は「${right}」の変換の誤りと思われます。`, suggestion: right };
  }
});
