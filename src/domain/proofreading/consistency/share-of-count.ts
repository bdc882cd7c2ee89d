import { matchesOf, type Slip, textRule } from '../rule.ts';
import { quantitiesIn } from './quantities.ts';
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
  const found: Slip[] = [];
  for (const { index, 0: words, 1: share, 2: all, 4: part } of matchesOf(text, before)) {
    const right = mistaken(all!, part!, share!);
    if (right !== null) found.push({ start: index, end: index + words.length, message: `計算すると${right}％です。` });
  }
  for (const { index, 0: words, 1: all, 3: part, 4: name, 5: share } of matchesOf(text, after)) {
    // 「904人に交付し、利用率は58.7％」: of those who got it, not of all.
    const [, deed, rate] = /^(.*、)[^、]*?([一-龠]{2})率$/.exec(name!) ?? [];
    if (deed !== undefined && /利用|使用|回収|返送|受診|参加|完走|出席|定着/.test(rate!) && !deed.includes(rate!)) continue;
    const right = mistaken(all!, part!, share!);
    if (right !== null) found.push({ start: index, end: index + words.length, message: `計算すると${right}％です。` });
  }
  for (const slip of sharesIn(text)) if (!found.some(({ start, end }) => start < slip.end && slip.start < end)) found.push(slip);
  yield* found;
});

/** Behind the whole: 「1,000人に発送し」「２億円の予算に対し」「500人のうち」. */
const ofWhole = /^(?:のうち|に対し|に発送|に送付|に配布|を対象|の(?:予算|定員|計画|対象者|募集)[^、。]{0,4}に対し)/;
/** Between the part and its share: 「回収率は」「で、全体の」「で」. */
const leadsToShare = /^(?:[^。0-9０-９]{0,16}(?:回収|回答|受診|執行|達成|交付|参加|出席|利用|実施|取得|加入|接種|登録|普及|整備|進捗|改善|完了|採択|合格|設置|耐震化|就職|投票|納付|徴収|収納)率は、?(?:約)?|で、?(?:全体の|約)?|（|が(?:回答し|受診し|利用し)、?)$/;

function* sharesIn(text: string): Generator<Slip> {
  const all = quantitiesIn(text);
  for (const [at, whole] of all.entries()) {
    const [part, share] = [all[at + 1], all[at + 2]];
    if (!part || share?.unit !== '％' || part.unit !== whole.unit || part.value > whole.value || /[％年割]|ポイント/.test(whole.unit)) continue;
    const between = text.slice(whole.end, part.start);
    if (!ofWhole.test(between) || between.includes('。') || !leadsToShare.test(text.slice(part.end, share.start)) || /前年|から|増|減|目標|(?:交付|配布|受け取)[^。]*[利使]用率/.test(between + text.slice(part.end, share.start))) continue;
    const right = mistaken(String(whole.value), String(part.value), text.slice(share.start, share.end).replace(/[％%]|パーセント/, ''));
    if (right !== null) yield { start: whole.start, end: share.end, message: `計算すると${right}％です。` };
  }
}

/** The percentage as it should be, or null where the stated one is right. A rate that is far off is a rate of something else. */
function mistaken(all: string, part: string, share: string): string | null {
  const right = (100 * writtenNumber(part)) / writtenNumber(all);
  const places = /[.．]([0-9０-９]+)$/.exec(share)?.[1]!.length ?? 0;
  const gap = Math.abs(right - writtenNumber(share.replace('．', '.')));
  return Number.isFinite(right) && right <= 100 && gap > 1.01 * 10 ** -places && gap < 15 ? right.toFixed(Math.max(1, places)) : null;
}
