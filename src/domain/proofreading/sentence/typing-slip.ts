import { matchesOf, textRule } from '../rule.ts';

/** What no Japanese word holds, and what a slip of the fingers leaves behind, each with what is to be said. */
const patterns: readonly (readonly [RegExp, string])[] = [
  [/(?<=[ぁ-んァ-ヶ一-龠])[a-zａ-ｚ](?=[ぁ-ん。、])(?![でにへとのやがをはも、。])/g, 'ローマ字入力の打ち残しと思われます。'],
  [/(?<=[ぁ-ん])[b-df-hj-np-tv-zｂ-ｄｆ-ｈｊ-ｎｐ-ｔｖ-ｚ](?=[ぁ-ん。、])/g, 'ローマ字入力の打ち残しと思われます。'],
  [/っっ|んん|ゃゃ|ゅゅ|ょょ|をを|ッッ|ンン|ーー(?!ー)(?=[ァ-ヶ])/g, '同じ仮名が重なっています。'],
  [/ととと|ことことと|することとと(?!も)|るる(?=[。、こたとよ])|たた(?=[。、])|ますます。|ましした|まししま|しまま|ますた|でしす|ましす|すする|しするこ|してし[、。]|ししま|しいま[すし]|しまし[。、]|いまし[。、]|りまし[。、]|きまし[。、]|めまし[。、]|えまし[。、]|けまし[。、]/g, '語尾の打ち間違いと思われます。'],
  [/とうり(?=[、。にの])|どうり(?=[、。にの])(?<!道)|[^つ]づつ(?=[、。増減進のが配実])|一諸に|いちよう(?=[、確])|ずいぶんと|すくなからづ|いづれ|ひとつづつ|少しづつ|ともない、ない/g, '仮名遣いを確かめてください。'],
  [/こ(?=が(?:でき|出来|ある|多い))(?<=[るたう]こ)|こ(?=を(?:目|確|決|検|踏|周|説))(?<=[るたう]こ)|こ(?=[とに](?:し|す|な|努|よ))(?<=[るた]こ)(?!こと)(?=に)/g, '「こと」の「と」が抜けていると思われます。'],
  [/(?<=[一-龠])つい(?=[、。])|(?<=に)つい(?=[、検協議調改])|(?<=に)つて|(?<=に)おて|(?<=に)よって、より|(?<=に)たいして(?=、)/g, '「について」などの一字が抜けていると思われます。'],
  [/(?<=[をにがはり、])(?:進|努|求|高|深|認|設|受|続|考|備|加|伝|支|抑|整|改|広|務|占|取りま|見極|取り入|呼び掛|働き掛)る(?=こと|ため(?!池)|。|とともに|よう)|(?<=[をに])(?:進|努|求|高|深|認|設|受|続|考|備|加|伝|支|抑|整|改|広|務|占|締|増|減|届|始|集|決|定|行|図|示|開|促|見直|取り組)た(?=[。、])|(?<=[をに])(?:進|努|求|高|深|認|設|受|続|考|備|加|伝|支|抑|整|改|広|務|占|締|行|図|示|促|見直|取り組)、/g, '送り仮名が抜けていると思われます。'],
  [/(?<=[一-龠ァ-ヶー][をがに])[一-龠](?=ため[、の]|こと[をがにと])/g, '送り仮名が抜けていると思われます。'],
  [/(?<=[一-龠ァ-ヶー][をに])(?![見得出居着来煮似経診看観寝射鋳])[一-龠](?=た[。、])/g, '送り仮名が抜けていると思われます。'],
  [/[ァ-ヶ]へ(?=[ァ-ヶー])|(?<=[ァ-ヶー])べ(?=[ァ-ヶー])|(?<=[ァ-ヶ])ニ(?=[をがはの])(?<!クリニ|テクニ|ミニ)|(?<=[ァ-ヶ])一(?=[ァ-ヶ])/g, '字形の似た別の文字が混ざっています。'],
];

/** Compound particles and endings whose kana come out in another order: に|けお|る. */
const phrases = 'における において について に関する に対する に基づき により、 とともに として ところ、 さらに、 あわせて おおむね あらかじめ しました。 されました。 できました。 なりました。 ありました。 ている。 ていた。 ました。 ことから、 ながら、 それぞれ つながる つなげる まちづくり ひとり親 お知らせ できるよう とりまとめ きめ細か わかりやすく'.split(' ');
const turnedKana = new RegExp(phrases.flatMap((phrase) => swapped(phrase)).map((form) => (form.startsWith('に') || form.startsWith('と') ? `(?<=[一-龠ァ-ヶーと])${form}` : form)).join('|'), 'g');

/** Every form with two neighbouring kana turned round that is no word of its own. */
function swapped(phrase: string): string[] {
  return [...phrase].slice(0, -1).flatMap((kana, at) => {
    const form = phrase.slice(0, at) + phrase[at + 1]! + kana + phrase.slice(at + 2);
    return form === phrase || /[、。]/.test(form.slice(0, -1)) || /^(?:いてる|てして|といて|とてし|しとて|いにて|なとこ|お?せ|らな|きで|ついに|りひ)/.test(form) || form.length < 4 ? [] : [form];
  });
}

export const typingSlip = textRule({
  name: 'typing-slip', title: '打ち残しと打ち重ね', family: 'sentence', level: 'error',
  catches: '「実施sた」「行いまし。」「検討しまますた」「とうり」のように、ローマ字の打ち残し、重なった仮名、抜けた語尾など、どの語にもならない文字の並び。',
  why: '変換の途中や書き直しで残ったもので、文になっていないためです。',
  example: { wrong: '研修を実施sた。', right: '研修を実施した。' },
}, function* ({ text }) {
  for (const [pattern, message] of patterns) {
    for (const { index, 0: words } of matchesOf(text, pattern)) yield { start: index, end: index + words.length, message };
  }
  for (const { index, 0: words } of matchesOf(text, turnedKana)) yield { start: index, end: index + words.length, message: `「${words}」は仮名の順序が入れ替わっていると思われます。` };
});
