import { matchesOf, type Slip, sentenceRule } from '../rule.ts';

/** Turns of phrase in which subject and predicate do not go together. */
const patterns: readonly (readonly [RegExp, string])[] = [
  [/(?:割合|比率|構成比)[がはも](?:全体の|およそ|約)?[^、。がはを]{0,10}を?占め/g, '「割合」は「高い」「３割である」などで受けます。「占める」のは人や物です。'],
  [/[がは][^、。をがは]{1,6}[じえめけりいきらわかた]なくした(?=[。、]|と)/g, '「が…なくした」は「を…なくした」か「が…なくなった」の誤りと思われます。'],
  [/(?:理由|原因)は、?[^。]{1,60}からで(?:ない|なく)/g, '「理由は…からではない」などと書きます。'],
  [/(?:目的|狙い|ねらい)は[^。]{1,60}ため、/g, '「目的は…ため」は、「目的は…ことであり」か「…ため」の誤りと思われます。'],
  [/を、[^、。をがは]{2,12}なものは/g, '「を」を受ける動詞がありません。'],
  [/[0-9０-９](?:増加|減少|上昇|低下|短縮|増え|減っ|減り|上がっ|下がっ|縮まっ|延び|上回|下回)/g, '数の単位が抜けていると思われます。'],
  [/(?:から|より)比べ/g, '「と比べ」「に比べ」の誤りと思われます。'],
  [/者数(?=[0-9０-９,，]+人の(?:うち|中))/g, '「者数…人のうち」は「者…人のうち」と書きます。'],
  [/旨(?=[一-龠]{2}を)/g, '「旨」の後の「の」が抜けていると思われます。'],
  [/(?:[橋校件人社か所名園館台回棟施設団体世帯]|か月|％)とった(?=[。、])/g, '「となった」の「な」が抜けていると思われます。'],
];

export const muddledPredicate = sentenceRule({
  name: 'muddled-predicate', title: '主語と述語の食い違い', family: 'sentence', level: 'advice',
  catches: '「割合が３割を占めた」「支障が生じなくした」「前回から比べて」「1.2減少した」（単位がない）「残り５橋とった」のように、よくある形で主語と述語、数と述語がかみ合っていない箇所。',
  why: '書き直したときに前の主語や語尾が残ったもので、読み返しても意味を補って読んでしまうためです。',
  example: { wrong: '高齢者の割合が３割を占めた。', right: '高齢者が３割を占めた。' },
}, function* ({ body, start }) {
  for (const [pattern, message] of patterns) {
    for (const { index, 0: words } of matchesOf(body, pattern)) yield { start: start + index, end: start + index + words.length, message } satisfies Slip;
  }
});
