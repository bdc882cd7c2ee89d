import { matchesOf, textRule } from '../rule.ts';

/** Numbers and units stand twice in counts. */
const counted = /[一二三四五六七八九十百千万億年月日人]/;

export const repeatedInCompound = textRule({
  name: 'repeated-in-compound', title: '一語の中の重なり', family: 'sentence', level: 'note',
  catches: '「感染症感染拡大」「計画化計画」「事業者事業」のように、漢字の続いた語の中で同じ二字が近くで繰り返されている箇所。',
  why: '略した語に元の語を継ぎ足したときに生じるもので、「感染症の拡大」「感染症の感染拡大」とする方が読みやすいためです。',
  example: { wrong: '新型の感染症感染拡大を防いだ。', right: '新型の感染症の感染拡大を防いだ。' },
}, function* ({ text }) {
  for (const { index, 0: words, 1: repeated } of matchesOf(text, /([一-龠]{2})[一-龠]\1/g)) {
    // 「総務部総務課」 is an office.
    if (/[部局課室]/.test(words[2]!) && /^[一-龠・]{0,6}[課係室]/.test(text.slice(index + words.length))) continue;
    if (!counted.test(repeated!)) yield { start: index, end: index + words.length, message: `「${words}」の中で「${repeated}」が繰り返されています。` };
  }
});
