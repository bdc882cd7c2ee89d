import { matchesOf, textRule } from '../rule.ts';

const member = '[^、。はをがにでもへや（）「」・と\\s0-9０-９]{1,12}?';
/** 「初級、中級及び上級の２区分」. The list begins behind a particle or a stop, so that all of it is seen. */
const listed = new RegExp(`(?<=^|[。（「はをがにで]|[はがにでて]、)((?:${member}、){0,7}${member}(?:及び|並びに)${member})の([2-9２-９二三四五六七八九])(つ|点|区分|種類|項目|分野|部門|段階|品目|コース|事業|方法|本柱|者|町村|町|村|市|地区|会場|施設|課|校|団体|社|言語|か国|箇所|か所|橋|路線|公園|館|園|科目|部会|委員会|駅|港|店舗|種目|競技|教科|集落|支所|市町村|市町|機関|業務|系統|要素|観点|指標|柱)(?![一-龠0-9０-９])`, 'g');
/** 「東京、大阪、名古屋の４会場」「「健康」「福祉」の三つ」「安全・安心の２点」: without 「及び」, and of plain nouns only. */
const plain = '[一-龠々ァ-ヶー]{1,12}';
const things = '(つ|点|種類|分野|部門|段階|コース|会場|地区|言語|教科|視点|柱|観点|要素|区分|方法|つの柱|部会|路線|公園|支所|集落)';
const bare = new RegExp(`(?<=^|[。（はをがにで]|[はがにでて]、|として、?)((?:${plain}、){2,7}${plain}|(?:「[^「」]{1,14}」[、・]?){2,8}|(?:[一-龠]{2,4}・){2,5}[一-龠]{2,4})の([2-9２-９二三四五六七八九])${things}(?![一-龠0-9０-９])`, 'g');
const weekdays = /((?:[月火水木金土日]曜日?(?:、|・|及び|と)){1,5}[月火水木金土日]曜日?)の週([2-7２-７二三四五六七])(日|回)/g;
const kanji = '二三四五六七八九';
const toNumber = (text: string): number => (kanji.includes(text) ? kanji.indexOf(text) + 2 : Number(text.normalize('NFKC')));

export const enumeratedCount = textRule({
  name: 'enumerated-count', title: '挙げたものの数', family: 'consistency', level: 'advice',
  catches: '「初級、中級及び上級の２区分」「住まい及び仕事の三つ」のように、「及び」で並べたものの数と、続けて書かれた数が合わない箇所。',
  why: '並べるものを増減したときに、数を直し忘れたものと思われるためです。',
  example: { wrong: '講座は、初級、中級及び上級の２区分とした。', right: '講座は、初級、中級及び上級の３区分とした。' },
}, function* ({ text }) {
  for (const pattern of [bare, weekdays]) {
    for (const { index, 0: words, 1: list, 2: number, 3: counter } of matchesOf(text, pattern)) {
      const counted = list!.startsWith('「') ? list!.split('」').length - 1 : list!.split(/、|・|及び|と/).length;
      // 「結局、題名、年代、場所の三つ」: a word of the sentence before the list.
      const opened = /^(?:結局|当面|今後|現在|最終的に|結果|昨年|今年|[^、]{0,6}年度|市|町|村|県|国)、/.test(list!);
      if (counted === toNumber(number!) || (opened && counted - 1 === toNumber(number!)) || /(?:年度|ほか|等|など)(?:、|$)/.test(list!) || isOfTheirs(list!, counter!)) continue;
      yield { start: index + words.length - counter!.length - number!.length, end: index + words.length, message: `「${number}${counter}」とありますが、挙げられているのは${counted}です。` };
    }
  }
  for (const { index, 0: words, 1: list, 2: number, 3: counter } of matchesOf(text, listed)) {
    // 「計画に基づき、A、B及びCの３橋」: the end of a clause is no member.
    const counted = list!.split(/、|及び|並びに/).filter((one, at) => at > 0 || !/^[一-龠]{0,3}[ぁ-ん]{0,3}[きりしていみえけげせちびべめれ]$/.test(one)).length;
    if (counted === toNumber(number!) || isOfTheirs(list!, counter!)) continue;
    if (/^(?:本|昨|今|同|前|翌|令和|平成)[^、]{0,8}年度?$|^(?:一方|さらに|このうち|また)$/.test(list!.split('、')[0]!) && counted - 1 === toNumber(number!)) continue;
    const start = index + words.length - counter!.length - number!.length;
    yield { start, end: index + words.length, message: `「${number}${counter}」とありますが、挙げられているのは${counted}です。` };
  }
});

const body = /(?:課|係|室|部|局|署|市|区|町|村|都|府|県|社|校|園|館|所|会|団体|センター)$/;
const bodyCounter = /^(?:つ|者|社|課|校|園|館|施設|団体|機関|支所|会場|市|町|村|市町|町村|市町村|委員会|部会|箇所|か所)$/;

/** 「保育課及び介護保険課の６業務」: what is counted belongs to the bodies and is not they. */
function isOfTheirs(list: string, counter: string): boolean {
  return !bodyCounter.test(counter) && list.split(/、|及び|並びに/).every((one) => body.test(one));
}
