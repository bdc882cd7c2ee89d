import { matchesOf, textRule } from '../rule.ts';

export const senHyaku = textRule({
  name: 'sen-hyaku', title: '「２千円」「３百人」', family: 'consistency', level: 'advice',
  catches: '「７億5,701万２千円」「３百人」のように、算用数字に「千」「百」を付けている箇所。',
  why: '公用文では、算用数字に付ける単位は「万」「億」「兆」とし、「千」「百」は「2,000」「300」と書くこととされているためです（「公用文作成の考え方」令和４年）。表の単位の「千円」は対象になりません。',
  example: { wrong: '5,701万２千円の交付を受けた。', right: '5,701万2,000円の交付を受けた。' },
}, function* ({ text }) {
  for (const { index, 0: words, 1: number, 2: unit } of matchesOf(text, /(?<![0-9０-９,，.．])([1-9１-９])(千|百)(?=円|人|件|名|台|冊|㎡|世帯|戸|ha|トン|万|億)/g)) {
    const digit = number!.normalize('NFKC');
    const suggestion = /^[万億]/.test(text.slice(index + words.length)) || unit === '百' ? `${digit}${unit === '千' ? ',000' : '00'}` : `${digit},000`;
    yield { start: index, end: index + words.length, message: `算用数字に「${unit}」は付けません。`, suggestion };
  }
});
