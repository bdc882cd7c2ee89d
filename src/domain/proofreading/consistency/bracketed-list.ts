import { matchesOf, textRule } from '../rule.ts';

const counter = '(回|校|か所|箇所|施設|団体|社|市|町|課|園|館|公園|路線|橋|地区|会場|種類|分野|部門|事業|項目|者|言語|か国|業務|店舗|支所|地区|柱|視点|段階|つの柱|つの視点|つの分野|区分)';
/** 「年３回（６月、10月）」「３校（東小学校、西小学校）」. Bounded, so that it is read in linear time. */
const bracketed = new RegExp(`([2-9２-９二三四五六七八九])${counter}（([^（）。]{3,80})）`, 'g');
const month = /^[0-9０-９]{1,2}月(?:[0-9０-９]{1,2}日|[上中下]旬)?$/;

export const bracketedList = textRule({
  name: 'bracketed-list', title: '括弧の中に挙げたものの数', family: 'consistency', level: 'advice',
  catches: '「年３回（６月、10月）」「３校（東小学校、西小学校）」のように、括弧の中に挙げたものの数と、前に書かれた数が合わない箇所。「ほか」「等」などがあるものは対象になりません。',
  why: '挙げるものを増減したときに、数を直し忘れたものと思われるためです。',
  example: { wrong: '会議を年３回（６月、10月）開催した。', right: '会議を年３回（６月、10月、２月）開催した。' },
}, function* ({ text }) {
  for (const { index, 0: words, 1: number, 2: kind, 3: list } of matchesOf(text, bracketed)) {
    const items = list!.split(/、|・|及び|並びに/);
    const listed = kind === '回' ? items.every((item) => month.test(item)) : items.every((item) => (item.length >= 2 || /^[東西南北中]$/.test(item)) && item.length <= 16 && !/[0-9０-９をがはにでうち]|ほか|等|など|以外|除く|含む|から|まで|第/.test(item));
    // A dot may stand within a name, so only what has commas is counted.
    if (!listed || items.length < 2 || (/・/.test(list!) && /、/.test(list!)) || items.length === numberOf(number!)) continue;
    yield { start: index, end: index + words.length, message: `「${number}${kind}」とありますが、括弧の中に挙げられているのは${items.length}です。` };
  }
});

function numberOf(text: string): number {
  return '二三四五六七八九'.includes(text) ? '二三四五六七八九'.indexOf(text) + 2 : Number(text.normalize('NFKC'));
}
