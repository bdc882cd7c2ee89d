import { matchesOf, textRule } from '../rule.ts';
import { writtenNumber } from '../written-number.ts';

const digits = '[0-9０-９][0-9０-９,，]{0,7}';
const unit = '(人|名|件|校|社|団体|世帯|台|施設|事業|路線|項目|区画|橋|戸|業務|か所|箇所)';
const percent = '([0-9０-９]{1,3}(?:[.．][0-9０-９]{1,2})?)[％%]';
/** 「68.8％であり、対象者16人のうち11人が」. */
const before = new RegExp(`${percent}(?:であり|で|となり|と)、[^、。0-9０-９]{0,10}(${digits})${unit}(?:のうち|中)、?[^、。0-9０-９]{0,8}(${digits})\\3`, 'g');
/** 「12区画のうち10区画が分譲済みとなり、分譲率は83.3％」. */
const after = new RegExp(`(${digits})${unit}(?:のうち|中|に対し(?:て)?|に(?:配布|送付|発送)し(?:て)?)、?[^。0-9０-９]{0,12}?(${digits})\\2([^。0-9０-９]{1,24}[率合])は、?${percent}`, 'g');

export const shareOfCount = textRule({
  name: 'share-of-count', title: '数と割合', family: 'consistency', level: 'error',
  catches: '「取得率は58.8％であり、対象者16人のうち11人」「12区画のうち10区画が分譲済みとなり、分譲率は88.3％」のように、並べて書かれた数から計算した割合と、書かれた割合が合わない箇所。',
  why: '一方だけを直したときに生じる誤りで、数の信頼を損なうためです。',
  example: { wrong: '取得率は58.8％であり、対象者16人のうち11人が取得した。', right: '取得率は68.8％であり、対象者16人のうち11人が取得した。' },
}, function* ({ text }) {
  for (const { index, 0: words, 1: share, 2: all, 4: part } of matchesOf(text, before)) {
    const right = mistaken(all!, part!, share!);
    if (right !== null) yield { start: index, end: index + words.length, message: `計算すると${right}％です。` };
  }
  for (const { index, 0: words, 1: all, 3: part, 4: name, 5: share } of matchesOf(text, after)) {
    // 「904人に交付し、利用率は58.7％」: of those who got it, not of all.
    const [, deed, rate] = /^(.*、)[^、]*?([一-龠]{2})率$/.exec(name!) ?? [];
    if (deed !== undefined && /利用|使用|回収|返送|受診|参加|完走|出席|定着/.test(rate!) && !deed.includes(rate!)) continue;
    const right = mistaken(all!, part!, share!);
    if (right !== null) yield { start: index, end: index + words.length, message: `計算すると${right}％です。` };
  }
});

/** The percentage as it should be, or null where the stated one is right. A rate that is far off is a rate of something else. */
function mistaken(all: string, part: string, share: string): string | null {
  const right = (100 * writtenNumber(part)) / writtenNumber(all);
  const places = /[.．]([0-9０-９]+)$/.exec(share)?.[1]!.length ?? 0;
  const gap = Math.abs(right - writtenNumber(share.replace('．', '.')));
  return Number.isFinite(right) && right <= 100 && gap > 1.01 * 10 ** -places && gap < 15 ? right.toFixed(Math.max(1, places)) : null;
}
