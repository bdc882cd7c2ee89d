import { type Slip, textRule } from '../rule.ts';
import { writtenNumber } from '../written-number.ts';
import { isOneDigitOff, type Quantity, quantitiesIn } from './quantities.ts';

/** How far a sum may be from the number before it to be taken for a slip, where nothing says that the parts are all. */
const near = 2;
/** How far back the number is looked for. Characters. */
const reach = 120;
/** Between one part and the next: the name of the next, and no end of a sentence. */
const between = /^(?:）?(?:で|と|が?あり|となり|である)?[、・]|及び|並びに|と)[^。]{0,22}$/;
/** The parts are all of the whole: 内訳は, 年代別では. */
const exhaustive = /(?:内訳|年代別|年齢別|男女別|性別|地区別|地域別|区分別|種別|種類別|業種別|分野別|部門別|評価別|原因別|用途別|学年別|曜日別|施設別|方法別|経路別|理由別|段階別|校種別)(?:[^。、0-9０-９]{0,10})[、はで]/;
/** What is no part: what was before, what was aimed at, what has changed; and a list that leaves something out. */
const elsewhere = /前年|昨年|前回|前々|目標|計画値|予定|定員|当初|上限|当たり|全国|平均|から|より|増|減|延べ|うち|最も|次いで|続い|順|主な|など|等|ほか|約(?=[0-9０-９])|ポイント|回目|ずつ|各|それぞれ/;

export const nearSum = textRule({
  name: 'near-sum', title: '前の数と合わない内訳', family: 'consistency', level: 'advice',
  catches: '「34件を対象に検証した。廃止が３件、縮小が８件、継続が22件、統合が２件となった」「10人が創業し、業種は飲食業４人、サービス業３人、小売業２人であった」のように、並べた内訳の和が、前に書かれた数と僅かに違う箇所。「内訳」「年代別」などとある場合は、大きく違うものも対象とします。',
  why: '一方だけを直したときに生じる誤りで、数の信頼を損なうためです。',
  example: { wrong: '34件を検証した。廃止が３件、縮小が８件、継続が22件、統合が２件となった。', right: '34件を検証した。廃止が３件、縮小が８件、継続が22件、統合が１件となった。' },
}, function* ({ text }) {
  const all = quantitiesIn(text);
  for (let at = 0; at < all.length; at += 1) {
    const last = lastOfList(text, all, at);
    if (last - at < 1) continue;
    // 「1,250人で、男性820人、女性340人」: the first may be the whole.
    const slip = slipOf(text, all, { first: at, last }) ?? slipOf(text, all, { first: at + 1, last });
    if (slip && slip !== 'right') yield slip;
    at = last;
  }
});

/** The index of the last quantity of the list that begins at the index; the index itself where there is no list. */
function lastOfList(text: string, all: readonly Quantity[], first: number): number {
  let last = first;
  while (last + 1 < all.length && all[last + 1]!.unit === all[first]!.unit && between.test(text.slice(all[last]!.end, all[last + 1]!.start)) && !elsewhere.test(text.slice(all[last]!.end, all[last + 1]!.start))) last += 1;
  return last;
}

function slipOf(text: string, all: readonly Quantity[], { first, last }: { first: number; last: number }): Slip | 'right' | null {
  const parts = all.slice(first, last + 1);
  const { unit, start } = parts[0]!;
  if (/[％割年期]|ポイント|時間|分/.test(unit)) return null;
  const before = [...ofThings(text, start, unit), ...all.slice(0, first).filter((quantity) => quantity.unit === unit && start - quantity.end <= reach)];
  const lead = text.slice(before.at(-1)?.end ?? Math.max(0, start - reach), start);
  const isAll = exhaustive.test(lead) || isPair(text, parts);
  const after = text.slice(parts.at(-1)!.end, parts.at(-1)!.end + 12);
  // Two parts are a list only where they are said to be all; what follows may go on with the list.
  if ((parts.length < 3 && !isAll) || elsewhere.test(lead.slice(-24).replace('のうち、', '')) || /^(?:ずつ|など|等|ほか|以上|増|減|の(?:増|減|順)|、(?:計|合計)|前後|余り|程度)/.test(after)) return null;
  const sum = parts.reduce((so, { value }) => so + value, 0);
  const largest = Math.max(...parts.map(({ value }) => value));
  if (before.some(({ value }) => value === sum) || sumsWithin(parts)) return 'right';
  const total = before.findLast(({ value }) => value >= largest && value !== largest && (Math.abs(value - sum) <= near || isOneDigitOff(value, sum) || (isAll && Math.abs(value - sum) <= 0.2 * value)));
  if (total === undefined || (isAll && total !== before.at(-1) && Math.abs(total.value - sum) > near)) return null;
  return { start: total.start, end: parts.at(-1)!.end, message: `内訳を足すと${sum.toLocaleString('ja')}${unit}ですが、前には「${text.slice(total.start, total.end)}」とあります。` };
}

/** Two that exclude each other and leave nothing over. */
const pairs: readonly (readonly [RegExp, RegExp])[] = [[/男性|男子/, /女性|女子/], [/採択|可決|承認|許可|認定|合格/, /不採択|否決|不承認|不許可|却下|非認定|不合格/], [/新規/, /継続|更新/], [/市内|町内|村内|区内|県内/, /市外|町外|村外|区外|県外/], [/平日/, /休日|土日/], [/賛成/, /反対/], [/法人/, /個人/], [/屋内/, /屋外/], [/大人|一般/, /子ども|小人/]];

function isPair(text: string, parts: readonly Quantity[]): boolean {
  const [first, second] = parts;
  if (parts.length !== 2) return false;
  const [one, other] = [text.slice(Math.max(0, first!.start - 8), first!.start), text.slice(first!.end, second!.start)];
  return pairs.some(([a, b]) => (a.test(one) && b.test(other)) || (b.test(one) && a.test(other)));
}

/** 「36の取組項目」 before the list. */
function ofThings(text: string, before: number, unit: string): Quantity[] {
  const from = Math.max(0, before - reach);
  return [...text.slice(from, before).matchAll(new RegExp(`(?<![0-9０-９.,，．億万])([0-9０-９,，]{1,9})の[一-龠]{1,4}?${unit}`, 'g'))]
    .map(({ index, 0: words, 1: number }) => ({ value: writtenNumber(number!), unit, start: from + index, end: from + index + words.length }));
}

/** 「36件で、新規が20件、継続が16件」: the first of the list is the sum of the others. */
function sumsWithin(parts: readonly Quantity[]): boolean {
  return parts.slice(1).reduce((so, { value }) => so + value, 0) === parts[0]!.value;
}
