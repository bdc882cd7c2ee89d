import { matchesOf, textRule } from '../rule.ts';

export const nadoRepeated = textRule({
  name: 'nado-repeated', title: '「等」の重なり', family: 'sentence', level: 'note',
  catches: '「AI・RPA等の先進技術等」「活用方法等、今後の在り方等」のように、一つの語句の中に「等」「など」が二度使われている箇所。',
  why: '何を例として挙げ、何を含むのかがあいまいになるためです。一方を省けないか確かめてください。',
  example: { wrong: 'RPA等の先進技術等を活用した。', right: 'RPA等の先進技術を活用した。' },
}, function* ({ text }) {
  for (const { index, 0: words } of matchesOf(text, /(?<=[一-龠ァ-ヶーA-Za-zＡ-Ｚａ-ｚ])(?:等|など)(?:の|、)[^、。「」（）のをがはにで等や及]{1,12}(?:の[^、。「」（）のをがはにで等]{1,8})?(?:等|など)(?=[をがにはのでへも])/g)) {
    yield { start: index, end: index + words.length, message: `「${words}」と、「等」が重なっています。` };
  }
});
