import { matchesOf, textRule } from '../rule.ts';
import { amountPattern, amountValue } from './amount.ts';

const unit = '(?:人|名|件|回|か所|箇所|校|社|団体|世帯|台|基|冊|枚|店|本|館|園|施設|業務|事業|路線|項目|点|棟|戸|通|者|班|組|品目|千円|万円|円|㎡|ｔ|トン|時間|日)';
const part = `[^、。（）()0-9０-９]{1,12}?${amountPattern}${unit}`;
/** 「計36回（本庁20回、支所14回）」. Bounded, so that it is read in linear time. */
const bracketed = new RegExp(`(?<![0-9０-９.,，．億万])(${amountPattern})(${unit})（((?:うち)?${part}(?:(?:、|・|及び|と)${part}){1,6})）`, 'g');
/** Parts that are none: what was a year ago, what was aimed at. */
const elsewhere = /前年|昨年|前回|前々|目標|計画|予定|令和|平成|定員|当初|上限|(?<![0-9０-９])[1１]人|当たり|全国|県平均/;

export const bracketedSum = textRule({
  name: 'bracketed-sum', title: '括弧の中の内訳', family: 'consistency', level: 'error',
  catches: '「計36回（本庁20回、支所14回）」のように、括弧の中に並べた内訳の和が、前の数と合わない箇所。前年度の数や目標を並べたものは対象になりません。',
  why: '一方だけを直したときに生じる誤りで、数の信頼を損なうためです。',
  example: { wrong: '講座を計36回（本庁20回、支所14回）開催した。', right: '講座を計34回（本庁20回、支所14回）開催した。' },
}, function* ({ text }) {
  for (const { index, 0: words, 1: total, 2: totalUnit, 3: list } of matchesOf(text, bracketed)) {
    if (elsewhere.test(list!)) continue;
    const parts = [...list!.matchAll(new RegExp(`(?<![0-9０-９.,，．億万])(${amountPattern})(${unit})`, 'g'))];
    if (parts.length < 2 || parts.some(({ 2: own }) => own !== totalUnit)) continue;
    const [sum, whole] = [parts.reduce((so, { 1: amount }) => so + (amountValue(amount!) ?? NaN), 0), amountValue(total!)];
    if (whole === null || Number.isNaN(sum) || Math.abs(sum - whole) < 0.051) continue;
    // 「うち」 names some of the parts, which may be fewer and never more.
    if (list!.includes('うち') && sum < whole) continue;
    yield { start: index, end: index + words.length, message: `内訳を足すと${sum.toLocaleString('ja')}${totalUnit}ですが、「${total}${totalUnit}」とあります。` };
  }
});
