import { matchesOf, type Slip, textRule } from '../rule.ts';
import { writtenNumber } from '../written-number.ts';

const digits = '(?<![0-9０-９.,，．億万])[0-9０-９][0-9０-９,，]{0,9}';
const unit = '(?:人|名|件|回|か所|箇所|校|社|団体|世帯|台|基|冊|施設|業務|事業|路線|項目|橋|戸|区画|筆|棟|ｍ|m|㎞|㎡)';
/** 「18施設のうち、11施設で実施し、残る６施設は」. */
const rest = new RegExp(`(${digits})(${unit})(?:のうち|中|に対して|に対し)、?([^。]{1,60}?)残(?:る|り)の?(${digits})\\2(?!に(?:迫|まで|近))`, 'g');
/** 「参加者は120人で、うち150人が」. */
const more = new RegExp(`(${digits})(${unit})(?:で|であり|となり)、うち[^、。0-9０-９]{0,8}(${digits})\\2`, 'g');
/** 「250人のうち48人（19.2％）」. */
const share = new RegExp(`(${digits})(${unit})のうち、?[^。、0-9０-９]{0,12}(${digits})\\2（([0-9０-９]{1,3}(?:[.．][0-9０-９]+)?)[％%]）`, 'g');

export const partsOfWhole = textRule({
  name: 'parts-of-whole', title: '全体と一部の数', family: 'consistency', level: 'error',
  catches: '「18施設のうち11施設で実施し、残る６施設は」のように一部と残りの和が全体と合わない箇所、「120人で、うち150人」のように一部が全体より大きい箇所、「250人のうち48人（20.2％）」のように割合が合わない箇所。',
  why: '一方だけを直したときに生じる誤りで、数の信頼を損なうためです。',
  example: { wrong: '18施設のうち11施設で実施し、残る６施設は翌年度とした。', right: '18施設のうち11施設で実施し、残る７施設は翌年度とした。' },
}, ({ text }) => partsOfWholeIn(text));

export function* partsOfWholeIn(text: string): Generator<Slip> {
  for (const { index, 0: words, 1: all, 2: kind, 3: between, 4: left } of matchesOf(text, rest)) {
    const parts = [...between!.matchAll(new RegExp(`(${digits})${kind}`, 'g'))].map(({ 1: part }) => writtenNumber(part!));
    const sum = parts.reduce((so, part) => so + part, 0) + writtenNumber(left!);
    // 「212基のうち13基で漏水が認められ、7基は補修を済ませ、残る6基は」: what is left of the thirteen.
    if (parts.length > 1 && sum === 2 * parts[0]!) continue;
    if (parts.length > 0 && parts.length < 4 && sum !== writtenNumber(all!)) yield { start: index, end: index + words.length, message: `一部と残りを足すと${sum}${kind}ですが、「${all}${kind}のうち」とあります。` };
  }
  for (const { index, 0: words, 1: all, 2: kind, 3: part } of matchesOf(text, more)) {
    if (writtenNumber(part!) > writtenNumber(all!)) yield { start: index, end: index + words.length, message: `「うち${part}${kind}」は、「${all}${kind}」より大きい数です。` };
  }
  for (const { index, 0: words, 1: all, 3: part, 4: percent } of matchesOf(text, share)) {
    const right = (100 * writtenNumber(part!)) / writtenNumber(all!);
    const places = /[.．]([0-9０-９]+)$/.exec(percent!)?.[1]!.length ?? 0;
    if (Number.isFinite(right) && Math.abs(right - writtenNumber(percent!.replace('．', '.'))) > 1.01 * 10 ** -places) yield { start: index, end: index + words.length, message: `計算すると${right.toFixed(Math.max(1, places))}％です。` };
  }
}
