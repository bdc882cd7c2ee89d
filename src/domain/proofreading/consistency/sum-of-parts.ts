import { matchesOf, type Slip, textRule } from '../rule.ts';
import { amountPattern, amountValue } from './amount.ts';
import { quantitiesIn } from './quantities.ts';
import { writtenNumber } from '../written-number.ts';

// Bounded, so that a text of nothing but digits is read in linear time.
const digits = '(?<![0-9０-９.,，．億万])[0-9０-９][0-9０-９,，.．]{0,14}';
/** With 億 and 万, as money is written. */
const amountOf = `(?<![0-9０-９.,，．億万])${amountPattern}`;
const unit = '(?:人|名|件|回|か所|箇所|校|社|団体|世帯|台|基|冊|枚|店|本|館|園|施設|業務|事業|路線|千円|万円|円|㎡|ｔ|トン|時間|日|点|棟|戸|通|者|項目|区画|枚|人分)';
const part = `[^、。（）()0-9０-９]{1,16}?${amountOf}${unit}`;
const listed = new RegExp(`(?<=^|[、。（(])((?:${part}(?:、|・|及び|と|並びに)){1,6}?${part})(?:の|、|で、|であり、|となり、)?(?:合計|計|合わせて|併せて|合わせた|総計|総数)(?:で|、|は)?(${amountOf})(${unit})`, 'g');
const whole = new RegExp(`(${digits})(${unit})のうち、?[^、。0-9０-９]{0,14}?(${digits})(${unit})`, 'g');
const each = new RegExp(`(${digits})(?:会場|地区|か所|箇所|校|園|館|施設|団体|日間|回|地域|支所)(?:で|に|において)?、?(?:各|それぞれ)(${digits})(回|人|件|時間|冊|台|枚)(?:ずつ)?[^、。0-9０-９]{0,6}、?(?:合計|計)(?:で)?(${digits})\\3`, 'g');

/** 「学識経験者３人、公募市民４人、関係団体５人の13人」. */
const summedUp = new RegExp(`(?<=^|[、。（(はが])((?:${part}(?:、|・|及び|と|並びに)){1,6}?${part})の(?:計|合計)?(${amountOf})(${unit})(?=[でがをとに、。])`, 'g');

/** 「前年度までの５校と合わせて計７校」. */
const addedUp = /(?:まで|既存|従来|これまで|既設|現行)の?(?=[0-9０-９一二三四五六七八九十])([^、。]{2,10}?)(?:と|に)(?:合わせて?|併せて?|加え(?:て|ると)?)、?(?:計|合計|総数は|全体で)?([^、。]{2,10}?)(?=と|に|で|の|を)/g;

/** What is new stands before, in digits or in kanji (二校). */
function* addedUpIn(text: string): Generator<Slip> {
  for (const { index, 0: { length }, 1: earlier, 2: total } of matchesOf(text, addedUp)) {
    const [[then, ...others], [whole, ...more]] = [quantitiesIn(earlier!), quantitiesIn(total!)];
    if (!then || !whole || others.length > 0 || more.length > 0 || then.unit !== whole.unit) continue;
    const from = text.lastIndexOf('。', index) + 1;
    const added = quantitiesIn(text.slice(from, index), from).filter(({ unit }) => unit === whole.unit);
    if (added.length !== 1 || added[0]!.value + then.value === whole.value) continue;
    yield { start: added[0]!.start, end: index + length, message: `足すと${added[0]!.value + then.value}${whole.unit}ですが、「${total}」とあります。` };
  }
}

export const sumOfParts = textRule({
  name: 'sum-of-parts', title: '内訳と合計', family: 'consistency', level: 'error',
  catches: '「男性12人、女性15人、計28人」のように内訳の和と合計が合わない箇所と、「18施設のうち20施設」のように一部が全体より大きい箇所。',
  why: '一方だけを直したときに生じる誤りで、数の信頼を損なうためです。',
  example: { wrong: '男性12人、女性15人、計28人が参加した。', right: '男性12人、女性15人、計27人が参加した。' },
}, function* ({ text }) {
  for (const { index, 0: words, 1: parts, 2: total, 3: totalUnit } of matchesOf(text, listed)) {
    const amounts = [...parts!.matchAll(new RegExp(`(${amountOf})(${unit})`, 'g'))];
    if (amounts.length < 2 || amounts.some(({ 2: own }) => own !== totalUnit)) continue;
    const sum = amounts.reduce((so, { 1: amount }) => so + (amountValue(amount!) ?? NaN), 0);
    const stated = amountValue(total!);
    if (stated !== null && Math.abs(sum - stated) > 1e-6) yield { start: index, end: index + words.length, message: `内訳を足すと${sum.toLocaleString('ja')}${totalUnit}ですが、「${total}${totalUnit}」とあります。` };
  }
  for (const { index, 0: words, 1: places, 2: one, 4: total } of matchesOf(text, each)) {
    const product = writtenNumber(places!) * writtenNumber(one!);
    if (product !== writtenNumber(total!)) yield { start: index, end: index + words.length, message: `掛け合わせると${product.toLocaleString('ja')}ですが、「${total}」とあります。` };
  }
  for (const { index, 0: words, 1: parts, 2: total, 3: totalUnit } of matchesOf(text, summedUp)) {
    const amounts = [...parts!.matchAll(new RegExp(`(${amountOf})(${unit})`, 'g'))];
    if (amounts.length < 2 || amounts.some(({ 2: own }) => own !== totalUnit) || /前年|目標|うち|増|減/.test(parts!)) continue;
    const sum = amounts.reduce((so, { 1: amount }) => so + (amountValue(amount!) ?? NaN), 0);
    const stated = amountValue(total!);
    if (stated !== null && sum !== stated && Math.abs(sum - stated) <= 0.25 * sum && !/計/.test(words)) yield { start: index, end: index + words.length, message: `内訳を足すと${sum.toLocaleString('ja')}${totalUnit}ですが、「${total}${totalUnit}」とあります。` };
  }
  for (const slip of addedUpIn(text)) yield slip;
  for (const { index, 0: words, 1: all, 2: allUnit, 3: some, 4: someUnit } of matchesOf(text, whole)) {
    if (allUnit === someUnit && writtenNumber(some!) > writtenNumber(all!)) yield { start: index, end: index + words.length, message: `「${all}${allUnit}のうち」とありますが、「${some}${someUnit}」はそれより大きい数です。` };
  }
});
