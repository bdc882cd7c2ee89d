import { type Slip, textRule } from '../rule.ts';
import { type Quantity, quantitiesIn } from './quantities.ts';

/** The shares are of one whole and exclude each other. */
const ofOneWhole = /構成比|内訳|割合は|年代別|男女別|区分別|種別|業種別/;
const several = /複数|当てはまるもの全て|あてはまるもの全て|いくつでも/;
const answers = /^[」』]?(?:が|は|と(?:答えた|した|する|の)[^、。]{0,10}[はが])?$/;
/** Rounded shares may go past a hundred by so much; further off they are no shares of one whole. */
const [rounded, far] = [0.6, 12];

export const percentTotal = textRule({
  name: 'percent-total', title: '割合の合計', family: 'consistency', level: 'advice',
  catches: '「満足」62％、「やや満足」30％、「普通」15％のように、一つのものの内訳として並べた割合の合計が100％を超えている箇所と、「その他」まで並べて100％にならない箇所。',
  why: '一つの数だけを直したときに生じる誤りで、数の信頼を損なうためです。',
  example: { wrong: '構成比は、民生費が42％、教育費が18％、土木費が15％、その他が30％となっている。', right: '構成比は、民生費が42％、教育費が18％、土木費が15％、その他が25％となっている。' },
}, function* ({ text }) {
  for (const { index, 0: words } of text.matchAll(/[^。]+/g)) {
    const list = sharesIn(words);
    const slip = list === null ? null : slipIn(words, list);
    if (slip) yield { ...slip, start: slip.start + index, end: slip.end + index };
  }
});

/** Three shares or more that stand in a row. */
function sharesIn(words: string): readonly Quantity[] | null {
  const all = quantitiesIn(words);
  const first = all.findIndex(({ unit }) => unit === '％');
  if (first === -1) return null;
  let last = first;
  while (all[last + 1]?.unit === '％' && /^(?:で|と)?[、・][^、。]{1,20}$/.test(words.slice(all[last]!.end, all[last + 1]!.start))) last += 1;
  return last - first >= 2 ? all.slice(first, last + 1) : null;
}

function slipIn(words: string, list: readonly Quantity[]): Slip | null {
  const [start, end] = [list[0]!.start, list.at(-1)!.end];
  const quoted = list.every(({ start: at }) => answers.test(/[」』][^「」『』、]{0,14}$/.exec(words.slice(0, at))?.[0] ?? '×'));
  const lead = words.slice(0, start);
  // 「満足」「やや満足」 exclude each other; what people worry about does not.
  const scale = quoted && /満足|どちら|やや|普通|無回答|分からない|いいえ/.test(words.slice(Math.max(0, start - 20), end));
  if (!(scale || ofOneWhole.test(lead)) || several.test(words) || /前年|率[はが]|増|減/.test(words.slice(Math.max(0, start - 20), end))) return null;
  const sum = list.reduce((so, { value }) => so + value, 0);
  const complete = /その他|無回答|以上[がは]?$|残り/.test(words.slice(list.at(-2)!.end, list.at(-1)!.start));
  const wrong = (sum > 100 + rounded && sum < 100 + far) || (complete && ofOneWhole.test(lead) && sum < 100 - rounded && sum > 100 - far);
  return wrong ? { start, end, message: `並べた割合を足すと${Number(sum.toFixed(1))}％になります。` } : null;
}
