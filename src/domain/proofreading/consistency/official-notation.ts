import { matchesOf, textRule } from '../rule.ts';
import { officialForms } from './official-forms.ts';

export const officialNotation = textRule({
  name: 'official-notation', title: '公用文の漢字と仮名', family: 'consistency', level: 'advice',
  catches: '「予め」「繋がる」「方向性毎に」「追加すると共に」「出来る」「一覧頁」のように、公用文では仮名で書く（又は別の漢字を使う）語。',
  why: '常用漢字表にない漢字や読みは読めない人がおり、公用文では使わないこととされているためです（「公用文における漢字使用等について」平成22年内閣訓令第１号、「公用文作成の考え方」令和４年）。市の決まりが異なるときは、用字用語辞書に登録してください。',
  example: { wrong: '準備を予め進めた。', right: '準備をあらかじめ進めた。' },
}, function* ({ text }) {
  for (const [pattern, form] of officialForms) {
    for (const { index, 0: words } of matchesOf(text, pattern)) {
      yield { start: index, end: index + words.length, message: `公用文では「${form}」と書きます。`, suggestion: form };
    }
  }
});
